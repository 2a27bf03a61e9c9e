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
    public void Writing_and_reading_allocate_nothing()
    {
        var latest = new LatestValue<EngineSnapshot>();
        NoAllocation.In(() =>
        {
            latest.Write(new() { Position = 3 });
            latest.Read();
        });
    }
}
