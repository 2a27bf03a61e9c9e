using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Where an answer may close: with a long note on a strong beat of its last bar.</summary>
/// <param name="First">The first tick at which its last note may begin.</param>
/// <param name="Last">The last tick at which a note may begin.</param>
/// <param name="Shortest">The shortest last note, in ticks, where there is room; 0: the answer stops without a cadence.</param>
internal readonly record struct Cadence(long First, long Last, int Shortest)
{
    /// <summary>Whether the answer closes.</summary>
    public bool Closes => Shortest > 0;

    /// <summary>No cadence: notes may begin until the end.</summary>
    public static Cadence None(long end) => new(long.MaxValue, end - 1, 0);

    /// <summary>The cadence of an answer; none if the answer is too short for it.</summary>
    /// <param name="answer">The first onset and the end of the answer.</param>
    /// <param name="grid">Where notes may begin.</param>
    /// <param name="bars">The bar lines.</param>
    public static Cadence Of(AnswerBounds answer, Grid grid, BarGrid bars)
    {
        var (_, start, end) = answer;
        var meter = bars.Meter;
        long weak = start;
        for (long tick = end - meter.BeatTicks; tick > start && tick >= end - meter.BarTicks - meter.BeatTicks; tick--)
        {
            if (!bars.IsOnGrid(tick, grid))
                continue;
            if (IsStrong(bars, tick))
                return At(tick);
            if (weak == start && bars.BarPositionOf(tick) % meter.BeatTicks == 0)
                weak = tick;
        }
        return weak > start ? At(weak) : None(end);

        Cadence At(long last) => new(Math.Max(end - meter.BarTicks, start + 1), last, Math.Max(meter.BeatTicks, meter.BarTicks / 2));
    }

    /// <summary>Whether the answer may close with a note at a tick.</summary>
    public bool MayCloseAt(long tick, BarGrid bars) => Closes && tick >= First && tick <= Last && (tick == Last || IsStrong(bars, tick));

    /// <summary>Whether the answer must close with a note at a tick.</summary>
    public bool MustCloseAt(long tick) => Closes && tick >= Last;

    // A bar line, or the middle of a bar with an even number of beats.
    private static bool IsStrong(BarGrid bars, long tick)
    {
        int barPosition = bars.BarPositionOf(tick), bar = bars.Meter.BarTicks;
        return barPosition == 0 || (2 * barPosition == bar && barPosition % bars.Meter.BeatTicks == 0);
    }
}
