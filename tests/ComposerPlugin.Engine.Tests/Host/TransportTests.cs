using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class TransportTests
{
    private const double SampleRate = 48000;

    // At 120 bpm a quarter is 24,000 frames and a tick 1,000.
    private static HostTime At(double quarter, Meter? meter = null, bool playing = true) => new()
    {
        IsPlaying = playing, Tempo = 120, Quarter = quarter, Meter = meter ?? Meter.Common,
        BarQuarter = Math.Floor(quarter / ((meter ?? Meter.Common).BarTicks / 24.0)) * (meter ?? Meter.Common).BarTicks / 24.0,
    };

    [Fact]
    public void Each_tick_falls_on_its_frame()
    {
        var span = new Transport().Advance(At(4), 48000, SampleRate);
        Assert.Equal(0, span.FrameOf(span.Start));
        Assert.Equal(1000, span.FrameOf(span.Start + 1));
        Assert.Equal(47000, span.FrameOf(span.Start + 47));
    }

    [Fact]
    public void The_first_playing_block_restarts_and_the_next_continues()
    {
        var transport = new Transport();
        Assert.True(transport.Advance(At(0), 512, SampleRate).Restarted);
        Assert.False(transport.Advance(At(512 / 24000.0), 512, SampleRate).Restarted);
    }

    [Fact]
    public void The_clock_is_the_same_at_every_block_size()
    {
        foreach (int size in (int[])[1, 32, 441, 512, 4096])
        {
            var transport = new Transport();
            BlockSpan span = default;
            for (int frame = 0; frame < 96_000; frame += size)
                span = transport.Advance(At(7.3 + (frame / 24000.0)), size, SampleRate);
            double end = span.PositionOf(span.Frames);
            Assert.Equal(0.2 + ((96_000 + size - 1) / size * size / 1000.0), end, 6);
        }
    }

    [Fact]
    public void Bar_lines_are_those_of_the_host()
    {
        var span = new Transport().Advance(At(7, new(3, 4)), 512, SampleRate);
        Assert.Equal(24, span.Start - span.BarsAt(span.Start).BarLineBefore(span.Start));
        span = new Transport().Advance(new() { IsPlaying = true, Tempo = 120, Quarter = 7, Meter = new(7, 8) }, 512, SampleRate);
        Assert.Equal(0, span.Start - span.BarsAt(span.Start).BarLineBefore(span.Start));
    }

    [Theory]
    [InlineData(7.5, 12)]
    [InlineData(7.5, 8)]
    [InlineData(7.5, -40)]
    [InlineData(7.5, double.NaN)]
    public void An_impossible_bar_line_is_counted_from_the_songs_start(double quarter, double bar)
    {
        var span = new Transport().Advance(At(quarter, new(6, 8)) with { BarQuarter = bar }, 512, SampleRate);
        Assert.Equal(36, span.Start - span.BarsAt(span.Start).BarLineBefore(span.Start));
    }

    [Fact]
    public void The_clock_continues_through_a_loop()
    {
        var transport = new Transport();
        BlockSpan span = default;
        double before = 0;
        for (int frame = 0; frame < 1_000_000; frame += 500)
        {
            double quarter = 8 + (frame / 24000.0 % 4);
            span = transport.Advance(At(quarter) with { CycleStart = 8, CycleEnd = 12 }, 500, SampleRate);
            Assert.Equal(frame == 0, span.Restarted);
            if (frame > 0)
                Assert.Equal(before, span.Start, 6);
            Assert.Equal((quarter - 8) * 24, span.Start - span.BarsAt(span.Start + 1e-6).BarLineBefore(span.Start + 1e-6), 5);
            before = span.PositionOf(500);
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(0)]
    public void A_jump_restarts_and_the_clock_does_not_go_back(double to)
    {
        var transport = new Transport();
        var before = transport.Advance(At(10.31), 512, SampleRate);
        var after = transport.Advance(At(to), 512, SampleRate);
        Assert.True(after.Restarted);
        Assert.InRange(after.Start - before.PositionOf(512), 0, 1);
        Assert.Equal(to * 24 % 96, after.Start - after.BarsAt(after.Start).BarLineBefore(after.Start));
    }

    [Fact]
    public void Stopping_restarts_and_the_clock_continues_at_the_hosts_tempo()
    {
        var transport = new Transport();
        var before = transport.Advance(At(1), 500, SampleRate);
        var stopped = transport.Advance(At(1.02, playing: false), 24000, SampleRate);
        var later = transport.Advance(At(1.02, playing: false), 24000, SampleRate);
        Assert.True(stopped.Restarted);
        Assert.False(later.Restarted);
        Assert.Equal(before.PositionOf(500), stopped.Start, 6);
        Assert.Equal(stopped.Start + 24, later.Start, 6);
    }

    [Fact]
    public void A_host_without_tempo_and_meter_gets_120_in_common_time()
    {
        var transport = new Transport();
        transport.Advance(default, 24000, SampleRate);
        var span = transport.Advance(default, 24000, SampleRate);
        Assert.Equal((24.0, Meter.Common, false), (Math.Round(span.Start, 6), span.Meter, span.Restarted));
    }

    [Fact]
    public void A_tempo_change_is_no_jump()
    {
        var transport = new Transport();
        transport.Advance(At(0), 2048, SampleRate);
        // The host has changed from 120 to 240 at the middle of the block.
        var span = transport.Advance(At((1024 / 24000.0) + (1024 / 12000.0)) with { Tempo = 240 }, 2048, SampleRate);
        Assert.False(span.Restarted);
        Assert.Equal(3.072, span.Start, 6);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e12)]
    [InlineData(double.NegativeInfinity)]
    public void An_invalid_position_is_ignored(double quarter)
    {
        var transport = new Transport();
        var span = transport.Advance(At(0) with { Quarter = quarter, BarQuarter = quarter }, 24000, SampleRate);
        Assert.Equal((0.0, 0L), (span.Start, span.Bars.BarLine));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    [InlineData(0)]
    public void An_invalid_tempo_is_ignored(double tempo)
    {
        var transport = new Transport();
        transport.Advance(At(0) with { Tempo = tempo, Quarter = double.NaN }, 24000, SampleRate);
        Assert.Equal(24, transport.Advance(At(0) with { Tempo = tempo, Quarter = double.NaN }, 1, SampleRate).Start, 6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 3)]
    [InlineData(33, 4)]
    public void Invalid_meter_counts_as_four_four(int numerator, int denominator)
    {
        var span = new Transport().Advance(At(0) with { Meter = new(numerator, denominator) }, 512, SampleRate);
        Assert.Equal(Meter.Common, span.Meter);
    }

    // A half bar at a bar's beginning loops.
    [Theory]
    [InlineData(10, 24, 24)]
    [InlineData(30, 24, 72)]
    [InlineData(10, 60, 48)]
    [InlineData(48, 60, 48)]
    [InlineData(49, 60, 96)]
    public void A_position_outside_a_loop_is_replaced_by_the_loop_start(long tick, int barPosition, long expected)
    {
        var span = new BlockSpan(0, 0.001, 512, new(Meter.Common, 0), false) { LoopsAt = 48, LoopTicks = 48 };
        Assert.Equal(expected, StartPositions.AtOrAfter(tick, barPosition, span));
    }

    [Theory]
    [InlineData(8, 12)]
    [InlineData(8, 10)]
    [InlineData(9, 12)]
    [InlineData(9.5, 17)]
    [InlineData(8.3, 9.11)]
    [InlineData(1, 23)]
    public void A_block_has_the_bar_lines_of_the_next_loop_passes(double from, double to)
    {
        var transport = new Transport();
        double quarter = from;
        BlockSpan first = default;
        for (int block = 0; block < 200; block++)
        {
            var span = transport.Advance(At(quarter) with { BarQuarter = Math.Floor(quarter / 4) * 4, CycleStart = from, CycleEnd = to },
                2400, SampleRate);
            if (block == 0)
                first = span;
            double tick = Math.Ceiling(span.Start - 1e-6);
            Assert.Equal((span.BarsAt(tick).BarLineBefore(tick), span.BarNumberAt(tick)),
                (first.BarsAt(tick).BarLineBefore(tick), first.BarNumberAt(tick)));
            quarter += 0.1;
            if (quarter > to - 1e-6)
                quarter -= to - from;
        }
    }

    [Fact]
    public void Bars_are_numbered_from_the_songs_start_through_loops_and_meter_changes()
    {
        var transport = new Transport();
        Assert.Equal(2, transport.Advance(At(8), 24000, SampleRate).Bar);
        Assert.Equal(2, transport.Advance(At(9), 24000, SampleRate).Bar);
        for (int quarter = 10; quarter < 12; quarter++)
            transport.Advance(At(quarter), 24000, SampleRate);
        var span = transport.Advance(At(8) with { CycleStart = 8, CycleEnd = 12 }, 24000, SampleRate);
        Assert.Equal((3, false), (span.BarNumberAt(span.Start), span.Restarted));
        for (int quarter = 9; quarter < 12; quarter++)
            transport.Advance(At(quarter), 24000, SampleRate);
        span = transport.Advance(At(12, new(3, 4)), 24000, SampleRate);
        Assert.Equal((4, 5), (span.BarNumberAt(span.Start), span.BarNumberAt(span.Start + 72)));
    }

    [Fact]
    public void Bars_begin_where_the_player_does_only_while_no_host_plays()
    {
        var transport = new Transport();
        transport.Advance(default, 30_000, SampleRate);
        Assert.Equal(17, transport.BeginBars(17).BarsAt(20).BarLineBefore(20));
        Assert.Equal(17, transport.Advance(default, 30_000, SampleRate).BarsAt(20).BarLineBefore(20));
        var following = transport.Advance(At(8), 24000, SampleRate);
        Assert.Equal(following, transport.BeginBars(70));
    }

    [Theory]
    [InlineData(12_000)]
    [InlineData(24_000)]
    [InlineData(132_000)]
    public void Half_a_bar_at_the_end_of_a_loop_counts_as_one(int block)
    {
        var transport = new Transport();
        BlockSpan span = default;
        for (int frame = 0; frame <= 22 * 24_000; frame += block)
            span = transport.Advance(At(frame / 24000.0 % 22) with { CycleStart = 0, CycleEnd = 22 }, block, SampleRate);
        Assert.Equal((6, false), (span.BarNumberAt(span.Start), span.Restarted));
    }
}
