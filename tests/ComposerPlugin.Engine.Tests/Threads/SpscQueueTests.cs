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

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Push_removes_the_oldest_item_of_a_full_queue_and_counts_it(int capacity)
    {
        var (producer, consumer) = SpscQueue<int>.Create(capacity);
        for (int i = 0; i < (3 * capacity) + 2; i++)
            producer.Push(i);
        Assert.Equal((2 * capacity) + 2, consumer.Removed);
        for (int i = (2 * capacity) + 2; i < (3 * capacity) + 2; i++)
            Assert.True(consumer.TryPop(out int item) && item == i);
        Assert.False(consumer.TryPop(out _));
        Assert.True(producer.TryPush(1));
        Assert.Equal((3 * capacity) + 3, consumer.Written);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void Items_that_overtake_the_reader_are_whole_and_in_order_and_those_it_missed_are_counted(int capacity)
    {
        const int Taken = 10_000;
        var (producer, consumer) = SpscQueue<Long>.Create(capacity);
        bool isOver = false;
        var writer = new Thread(() =>
        {
            for (long i = 0; !Volatile.Read(ref isOver); i++)
            {
                producer.Push(new(i));
                // The reader gets no item while the oldest one is always being removed.
                Thread.SpinWait(1 + (int)(i % 64));
            }
        });
        writer.Start();
        long taken = 0, last = -1;
        while (taken < Taken)
        {
            // Now and then the reader lets itself be overtaken.
            long until = taken % 100 == 0 ? consumer.Written + (2 * capacity) : 0;
            while (consumer.Written < until)
                Thread.Yield();
            Take();
        }
        Volatile.Write(ref isOver, true);
        writer.Join();
        while (Take())
        {
        }
        Assert.Equal(consumer.Written - 1, last);
        Assert.Equal(consumer.Written, taken + consumer.Removed);
        Assert.True(consumer.Removed > 0);

        bool Take()
        {
            if (!consumer.TryPop(out var item))
                return false;
            if (!item.IsWhole || item.First <= last)
                Assert.Fail($"{item} came after {last}");
            (last, taken) = (item.First, taken + 1);
            return true;
        }
    }

    [Fact]
    public void Pushing_and_popping_allocate_nothing()
    {
        var (producer, consumer) = SpscQueue<ComposeRequest>.Create(16);
        NoAllocation.In(() =>
        {
            producer.TryPush(new() { Kind = RequestKind.Restart });
            consumer.TryPop(out _);
            for (int i = 0; i < 20; i++)
                producer.Push(new() { Kind = RequestKind.Restart });
        });
    }
}
