using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] Where answers may start.</summary>
public static class StartPositions
{
    /// <summary>[audio] The first start position at or after a tick. A loop without one has one at its start.</summary>
    public static long AtOrAfter(long tick, StartQuantize quantize, in BlockSpan span, Grid grid)
    {
        long start = InBars(tick, quantize, span.BarsAt(tick), grid);
        return span.LoopedTo(tick).LoopsAt is not { } loop || start < loop
            ? start
            : InLoop(tick, loop, InBars(loop, quantize, span.BarsAt(loop), grid), span.LoopTicks);
    }

    /// <summary>
    /// [audio] The first tick at or after one that has this position in its bar. A loop without one has one at its start.
    /// </summary>
    public static long AtOrAfter(long tick, int barPosition, in BlockSpan span)
    {
        long start = InBars(tick, barPosition, span.BarsAt(tick));
        return span.LoopedTo(tick).LoopsAt is not { } loop || start < loop
            ? start
            : InLoop(tick, loop, InBars(loop, barPosition, span.BarsAt(loop)), span.LoopTicks);
    }

    // No start position is left in this pass: the first of the next pass, unless that has none either.
    private static long InLoop(long tick, long loop, long next, long loopTicks)
    {
        if (next < loop + loopTicks)
            return next;
        return tick == loop - loopTicks ? tick : loop;
    }

    private static long InBars(long tick, StartQuantize quantize, BarGrid bars, Grid grid)
    {
        int barPosition = bars.BarPositionOf(tick);
        int bar = bars.Meter.BarTicks;
        return tick - barPosition + quantize switch
        {
            StartQuantize.Bar => barPosition == 0 ? 0 : bar,
            StartQuantize.Beat => BeatOnGrid(barPosition, bars.Meter.BeatTicks, bar, grid),
            _ => grid.AtOrAfter(barPosition, bar),
        };
    }

    private static long InBars(long tick, int barPosition, BarGrid bars)
    {
        long start = bars.BarLineBefore(tick) + Math.Min(barPosition, bars.Meter.BarTicks - 1);
        return start < tick ? start + bars.Meter.BarTicks : start;
    }

    // In 7/8 on a grid of quarters, not every beat is on the grid.
    private static int BeatOnGrid(int barPosition, int beat, int bar, Grid grid)
    {
        int start = (barPosition + beat - 1) / beat * beat;
        while (start < bar && !grid.Contains(start))
            start += beat;
        return Math.Min(start, bar);
    }
}
