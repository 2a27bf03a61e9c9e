using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] The lines on which answers may begin.</summary>
public static class StartPositions
{
    /// <summary>[audio] The first line at or after a tick. A loop that holds none has one where it begins.</summary>
    public static long AtOrAfter(long tick, StartQuantize line, in BlockSpan span, Grid grid)
    {
        long start = InBars(tick, line, span, grid);
        return span.LoopedTo(tick).LoopsAt is not { } loop || start < loop ? start : InLoop(tick, loop, InBars(loop, line, span, grid), span.LoopTicks);
    }

    /// <summary>[audio] The first tick at or after one that stands at this place in its bar. In a loop that holds none it is the one where it begins.</summary>
    public static long BarPositionAtOrAfter(long tick, int barPosition, in BlockSpan span)
    {
        long start = InBars(tick, barPosition, span);
        return span.LoopedTo(tick).LoopsAt is not { } loop || start < loop ? start : InLoop(tick, loop, InBars(loop, barPosition, span), span.LoopTicks);
    }

    // None is left before the loop is played anew: what that round holds, unless it holds none either.
    private static long InLoop(long tick, long loop, long next, long loopTicks)
    {
        if (next < loop + loopTicks)
            return next;
        return tick == loop - loopTicks ? tick : loop;
    }

    private static long InBars(long tick, StartQuantize line, in BlockSpan span, Grid grid)
    {
        long barLine = span.BarLineBefore(tick);
        int barPosition = (int)(tick - barLine);
        int bar = span.Meter.BarTicks;
        return barLine + line switch
        {
            StartQuantize.Bar => barPosition == 0 ? 0 : bar,
            StartQuantize.Beat => BeatOnGrid(barPosition, span.Meter.BeatTicks, bar, grid),
            _ => grid.AtOrAfter(barPosition, bar),
        };
    }

    private static long InBars(long tick, int barPosition, in BlockSpan span)
    {
        long start = span.BarLineBefore(tick) + Math.Min(barPosition, span.Meter.BarTicks - 1);
        return start < tick ? start + span.Meter.BarTicks : start;
    }

    // In 7/8 on a grid of quarters, say, not every beat is a grid line.
    private static int BeatOnGrid(int barPosition, int beat, int bar, Grid grid)
    {
        int line = (barPosition + beat - 1) / beat * beat;
        while (line < bar && !grid.Contains(line))
            line += beat;
        return Math.Min(line, bar);
    }
}
