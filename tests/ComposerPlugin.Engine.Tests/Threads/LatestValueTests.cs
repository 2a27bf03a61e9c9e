namespace ComposerPlugin.Engine.Tests;

public class LatestValueTests
{
    [Fact]
    public void The_last_value_written_is_read_and_default_before()
    {
        var latest = new LatestValue<Long>();
        Assert.Equal(default, latest.Read());
        for (long i = 1; i < 5; i++)
        {
            latest.Write(new(i));
            Assert.Equal(new(i), latest.Read());
            Assert.Equal(new(i), latest.Read());
        }
    }

    [Fact]
    public void Values_between_two_threads_are_whole_and_never_older_than_the_last_one_read()
    {
        const int Different = 100_000;
        var latest = new LatestValue<Long>();
        bool isOver = false;
        var writer = new Thread(() =>
        {
            for (long i = 1; !Volatile.Read(ref isOver); i++)
            {
                latest.Write(new(i));
                // A reader gets no value while the next one is always being written.
                Thread.SpinWait(1 + (int)(i % 16));
            }
        });
        writer.Start();
        long last = 0;
        for (int different = 0; different < Different;)
        {
            var value = latest.Read();
            if (!value.IsWhole || value.First < last)
                Assert.Fail($"{value} came after {last}");
            different += value.First > last ? 1 : 0;
            last = value.First;
        }
        Volatile.Write(ref isOver, true);
        writer.Join();
    }

    [Fact]
    public void A_new_value_is_read_once()
    {
        var latest = new LatestValue<Long>();
        int seen = 0;
        Long value = default;
        Assert.False(latest.TryRead(ref seen, ref value));
        latest.Write(new(1));
        latest.Write(new(2));
        Assert.True(latest.TryRead(ref seen, ref value));
        Assert.Equal(new(2), value);
        Assert.False(latest.TryRead(ref seen, ref value));
        latest.Write(new(2));
        Assert.True(latest.TryRead(ref seen, ref value));
    }

    [Fact]
    public void A_reader_that_does_not_wait_gets_whole_values_and_the_last_one()
    {
        const int Values = 200_000;
        var latest = new LatestValue<Long>();
        var writer = new Thread(() =>
        {
            for (long i = 1; i <= Values; i++)
                latest.Write(new(i));
        });
        writer.Start();
        int seen = 0;
        Long value = default;
        for (long last = 0; last < Values;)
        {
            if (!latest.TryRead(ref seen, ref value))
                continue;
            if (!value.IsWhole || value.First <= last)
                Assert.Fail($"{value} came after {last}");
            last = value.First;
        }
        writer.Join();
    }

    [Fact]
    public void Writing_and_reading_allocate_nothing()
    {
        var latest = new LatestValue<EngineSnapshot>();
        NoAllocation.In(() =>
        {
            latest.Write(new() { Position = 3 });
            latest.Read();
            int seen = 0;
            EngineSnapshot value = default;
            latest.TryRead(ref seen, ref value);
        });
    }
}
