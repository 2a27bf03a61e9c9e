namespace ComposerPlugin.Engine.Tests;

public class SpscQueueTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void A_full_queue_rejects_items_and_an_empty_one_returns_none(int capacity)
    {
        var (producer, consumer) = SpscQueue<int>.Create(capacity);
        for (int round = 0; round < 5; round++)
        {
            Assert.False(consumer.TryPop(out _));
            for (int i = 0; i < capacity; i++)
                Assert.True(producer.TryPush(i));
            Assert.False(producer.TryPush(-1));
            for (int i = 0; i < capacity; i++)
                Assert.True(consumer.TryPop(out int item) && item == i);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-4)]
    public void A_capacity_that_is_not_a_power_of_two_is_refused(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpscQueue<int>.Create(capacity));

    [Fact]
    public void Items_between_two_threads_are_not_lost_doubled_or_reordered()
    {
        const int Items = 500_000;
        var (producer, consumer) = SpscQueue<(long Number, long Check)>.Create(64);
        var writer = new Thread(() =>
        {
            for (long i = 0; i < Items; i++)
            {
                while (!producer.TryPush((i, ~i)))
                    Thread.Yield();
            }
        });
        writer.Start();
        for (long expected = 0; expected < Items;)
        {
            if (!consumer.TryPop(out var item))
            {
                Thread.Yield();
                continue;
            }
            if (item != (expected, ~expected))
                Assert.Fail($"{item} came where {expected} was due");
            expected++;
        }
        writer.Join();
        Assert.False(consumer.TryPop(out _));
    }

    [Fact]
    public void Pushing_and_popping_allocate_nothing()
    {
        var (producer, consumer) = SpscQueue<ComposeRequest>.Create(16);
        NoAllocation.In(() =>
        {
            producer.TryPush(new() { Kind = RequestKind.Restart });
            consumer.TryPop(out _);
        });
    }
}
