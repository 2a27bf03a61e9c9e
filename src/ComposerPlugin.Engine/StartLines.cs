using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] The lines on which answers may begin.</summary>
public static class StartLines
{
    /// <summary>[audio] The first line at or after a tick. A loop that holds none has one where it begins.</summary>
    public static long AtOrAfter(long tick, StartOn line, in BlockSpan span, Grid grid)
    {
        var looped = span.LoopedTo(tick);
        long start = InBars(tick, line, looped, grid);
        return looped.LoopsAt is not { } loop || start < loop ? start : InLoop(tick, InBars(loop, line, looped.Looped(1), grid), looped);
    }

    /// <summary>[audio] The first tick at or after one that stands at this place in its bar. In a loop that holds none it is the one where it begins.</summary>
    public static long PlaceAtOrAfter(long tick, int place, in BlockSpan span)
    {
        var looped = span.LoopedTo(tick);
        long start = InBars(tick, place, looped);
        return looped.LoopsAt is not { } loop || start < loop ? start : InLoop(tick, InBars(loop, place, looped.Looped(1)), looped);
    }

    // None is left in this round of the loop: what the next one holds, unless it holds none either.
    private static long InLoop(long tick, long next, in BlockSpan round)
    {
        long loop = round.LoopsAt.GetValueOrDefault();
        if (next < loop + round.LoopTicks)
            return next;
        return tick == loop - round.LoopTicks ? tick : loop;
    }

    private static long InBars(long tick, StartOn line, in BlockSpan span, Grid grid)
    {
        long barLine = span.BarLineBefore(tick);
        int place = (int)(tick - barLine);
        int bar = span.Meter.BarTicks;
        return barLine + line switch
        {
            StartOn.Bar => place == 0 ? 0 : bar,
            StartOn.Beat => BeatOnGrid(place, span.Meter.BeatTicks, bar, grid),
            _ => grid.AtOrAfter(place, bar),
        };
    }

    private static long InBars(long tick, int place, in BlockSpan span)
    {
        long start = span.BarLineBefore(tick) + Math.Min(place, span.Meter.BarTicks - 1);
        return start < tick ? start + span.Meter.BarTicks : start;
    }

    // In 7/8 on a grid of quarters, say, not every beat is a grid line.
    private static int BeatOnGrid(int place, int beat, int bar, Grid grid)
    {
        int line = (place + beat - 1) / beat * beat;
        while (line < bar && !grid.Contains(line))
            line += beat;
        return Math.Min(line, bar);
    }
}
