using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host.Tests;

public class HostTransportTests
{
    private const ContextFlags Everything = (ContextFlags)~0u;

    // At 120 quarters a minute and 48 kHz a quarter note is 24000 frames.
    private const int Quarter = 24000;

    private static HostTransport At120(double start = 0, bool playing = true) => new(SongMap.Constant(120), 48000, start, playing);

    [Fact]
    public void Song_runs_from_its_start()
    {
        var transport = At120(start: 2);
        Assert.Equal(2, transport.At(0).Quarter, 12);
        Assert.Equal(2.5, transport.At(Quarter / 2).Quarter, 12);
        Assert.Equal(long.MaxValue, transport.StretchAt(0).End);
    }

    [Fact]
    public void Stopped_song_keeps_its_position_and_continues_from_it()
    {
        var transport = At120().Stop(Quarter).Play(3 * Quarter);
        Assert.Equal(new(false, Quarter, 1), transport.At(2 * Quarter));
        Assert.Equal(new(true, 2 * Quarter, 2), transport.At(4 * Quarter));
        Assert.Equal((Quarter, 3 * Quarter), (transport.StretchAt(Quarter).Start, transport.StretchAt(Quarter).End));
    }

    [Fact]
    public void Locate_jumps_while_playing_or_stopped()
    {
        var transport = At120().Locate(Quarter, 16).Stop(2 * Quarter).Locate(3 * Quarter, 5).Play(4 * Quarter);
        Assert.Equal(0.5, transport.At(Quarter / 2).Quarter, 12);
        Assert.Equal(16, transport.At(Quarter).Quarter, 12);
        Assert.Equal(17, transport.At(5 * Quarter / 2).Quarter, 12);
        Assert.Equal(5, transport.At(7 * Quarter / 2).Quarter, 12);
        Assert.Equal(6, transport.At(5 * Quarter).Quarter, 12);
    }

    [Fact]
    public void Cycle_jumps_back_at_its_exact_sample()
    {
        var transport = At120(start: 3).CycleOn(4, 6);
        Assert.Equal(6, transport.At(3 * Quarter - 1).Quarter, 3);
        Assert.Equal(4, transport.At(3 * Quarter).Quarter, 12);
        Assert.Equal(4, transport.At(5 * Quarter).Quarter, 12);
        Assert.Equal(3 * Quarter, transport.StretchAt(0).End);
        Assert.Equal((3 * Quarter, 5 * Quarter), (transport.StretchAt(4 * Quarter).Start, transport.StretchAt(4 * Quarter).End));
    }

    [Fact]
    public void Song_after_the_cycle_continues()
    {
        var transport = At120(start: 6).CycleOn(4, 6);
        Assert.Equal(8, transport.At(2 * Quarter).Quarter, 12);
        Assert.Equal(long.MaxValue, transport.StretchAt(0).End);
    }

    [Fact]
    public void Song_continues_when_the_cycle_is_turned_off()
    {
        var transport = At120().CycleOn(0, 2).CycleOff(5 * Quarter);
        Assert.Equal(1, transport.At(5 * Quarter).Quarter, 12);
        Assert.Equal(3, transport.At(7 * Quarter).Quarter, 12);
    }

    [Fact]
    public void Cycle_of_a_fractional_number_of_samples_does_not_drift()
    {
        // A bar at 123 quarters a minute and 44.1 kHz lasts 86048.78… frames.
        var transport = new HostTransport(SongMap.Constant(123), 44100).CycleOn(0, 4);
        double bar = transport.SongSampleOf(4);
        for (int pass = 1; pass < 100_000; pass += 997)
        {
            long wrap = (long)Math.Ceiling(pass * bar);
            Assert.Equal(wrap, transport.StretchAt(wrap).Start);
            Assert.Equal(wrap, transport.StretchAt(wrap - 1).End);
            Assert.InRange(transport.At(wrap).Quarter, 0, transport.QuarterOf(1));
            Assert.InRange(transport.At(wrap - 1).Quarter, 4 - transport.QuarterOf(1.000001), 4);
        }
    }

    [Fact]
    public void Stretches_follow_each_other_without_gap_or_overlap()
    {
        var song = new SongMap(new(new TempoChange(0, 97), new TempoChange(3, 171.3)), MeterMap.Constant(4, 4));
        var transport = new HostTransport(song, 44100).CycleOn(1.3, 4.7).Locate(400_001, 0.2).CycleOff(900_000).Stop(950_000);
        long time = 0;
        for (var stretch = transport.StretchAt(0); stretch.End < long.MaxValue; stretch = transport.StretchAt(time))
        {
            Assert.Equal(time, stretch.Start);
            Assert.True(stretch.End > time);
            Assert.Equal(stretch, transport.StretchAt(stretch.End - 1));
            time = stretch.End;
        }
        Assert.Equal(950_000, time);
    }

    [Fact]
    public void Played_quarters_count_all_passes_and_no_rests()
    {
        var transport = At120().CycleOn(0, 2).Stop(5 * Quarter).Play(6 * Quarter);
        Assert.Equal(Quarter, transport.TimeAfter(1));
        Assert.Equal(2 * Quarter, transport.TimeAfter(2));
        Assert.Equal(5 * Quarter, transport.TimeAfter(5));
        Assert.Equal(8 * Quarter, transport.TimeAfter(7));
        Assert.Throws<InvalidOperationException>(() => At120().Stop(Quarter).TimeAfter(2));
    }

    [Fact]
    public void Context_has_the_transport()
    {
        var tempo = new TempoMap(new TempoChange(0, 120), new TempoChange(4, 60));
        var song = new SongMap(tempo, new(new MeterChange(0, 3, 4), new MeterChange(3, 6, 8)));
        var context = new HostTransport(song, 48000).CycleOn(2, 8).ContextAt(5 * Quarter, Everything);
        Assert.True(context.State.HasFlag(ContextFlags.Playing | ContextFlags.CycleActive | ContextFlags.CycleValid));
        Assert.Equal(4.5, context.ProjectTimeMusic, 12);
        Assert.Equal((5 * Quarter, 5 * Quarter), (context.ProjectTimeSamples, context.ContinuousTimeSamples));
        Assert.Equal((60, 6, 8), (context.Tempo, context.TimeSignatureNumerator, context.TimeSignatureDenominator));
        Assert.Equal((3, 2, 8), (context.BarPositionMusic, context.CycleStartMusic, context.CycleEndMusic));
        Assert.Equal(2_500_000_000, context.SystemTime);
    }

    [Fact]
    public void Stopped_context_is_not_playing()
    {
        var context = At120(playing: false).ContextAt(0, Everything);
        Assert.False(context.State.HasFlag(ContextFlags.Playing));
        Assert.False(context.State.HasFlag(ContextFlags.CycleActive) || context.State.HasFlag(ContextFlags.CycleValid));
    }

    [Fact]
    public void Missing_fields_are_zero()
    {
        var context = At120(start: 5).ContextAt(100, ContextFlags.None);
        Assert.Equal(new ProcessContext { SampleRate = 48000, ProjectTimeSamples = 5 * Quarter + 100 }, context);
    }

    [Fact]
    public void Impossible_commands_are_refused()
    {
        Assert.Throws<ArgumentException>(() => At120().CycleOn(4, 4));
        Assert.Throws<ArgumentException>(() => At120().Stop(100).Play(99));
    }
}
