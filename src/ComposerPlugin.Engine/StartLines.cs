using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] The lines on which answers may begin.</summary>
public static class StartLines
{
    /// <summary>[audio] The first line at or after a tick.</summary>
    public static long AtOrAfter(long tick, StartOn line, in BlockSpan span, Grid grid)
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

    /// <summary>[audio] The first tick at or after one that stands at this place in its bar.</summary>
    public static long PlaceAtOrAfter(long tick, int place, in BlockSpan span)
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
