using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Where an answer may close: with a long note on a strong beat of its last bar.</summary>
/// <param name="First">The first tick at which its last note may begin.</param>
/// <param name="Last">The last tick at which a note may begin.</param>
/// <param name="Shortest">How long the last note lasts at least, in ticks, where there is room; 0: the answer just stops.</param>
internal readonly record struct Cadence(long First, long Last, int Shortest)
{
    /// <summary>Whether the answer closes.</summary>
    public bool Closes => Shortest > 0;

    /// <summary>None: notes may begin until the end.</summary>
    public static Cadence None(long end) => new(long.MaxValue, end - 1, 0);

    /// <summary>The cadence of an answer. One that is too short for it has none.</summary>
    /// <param name="begin">The answer's first onset.</param>
    /// <param name="end">The tick at which it is over.</param>
    /// <param name="grid">Where notes may begin.</param>
    /// <param name="bars">Where the bar lines are.</param>
    public static Cadence Of(long begin, long end, Grid grid, BarGrid bars)
    {
        var meter = bars.Meter;
        long weak = begin;
        for (long tick = end - meter.BeatTicks; tick > begin && tick >= end - meter.BarTicks - meter.BeatTicks; tick--)
        {
            if (!bars.IsLine(tick, grid))
                continue;
            if (IsStrong(bars, tick))
                return At(tick);
            if (weak == begin && bars.BarPositionOf(tick) % meter.BeatTicks == 0)
                weak = tick;
        }
        return weak > begin ? At(weak) : None(end);

        Cadence At(long last) => new(Math.Max(end - meter.BarTicks, begin + 1), last, Math.Max(meter.BeatTicks, meter.BarTicks / 2));
    }

    /// <summary>Whether the answer may close with a note there.</summary>
    public bool MayCloseAt(long tick, BarGrid bars) => Closes && tick >= First && tick <= Last && (tick == Last || IsStrong(bars, tick));

    /// <summary>Whether the answer must close with a note there.</summary>
    public bool MustCloseAt(long tick) => Closes && tick >= Last;

    // A bar line, or the middle of a bar with an even number of beats.
    private static bool IsStrong(BarGrid bars, long tick)
    {
        int barPosition = bars.BarPositionOf(tick), bar = bars.Meter.BarTicks;
        return barPosition == 0 || (2 * barPosition == bar && barPosition % bars.Meter.BeatTicks == 0);
    }
}
