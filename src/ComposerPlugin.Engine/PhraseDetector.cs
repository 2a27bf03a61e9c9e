using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] Decides when a phrase has ended and at which tick it is answered. A function of ticks alone.</summary>
public static class PhraseDetector
{
    /// <summary>How long before its first note an answer is asked for, at least; in seconds.</summary>
    public const double Horizon = 0.020;

    /// <summary>[audio] How many ticks before its first note an answer is asked for: at least <see cref="Horizon"/>, and a tick to spare.</summary>
    public static int HorizonTicks(double secondsPerTick) => (int)Math.Ceiling(Horizon / secondsPerTick) + 1;

    /// <summary>[audio] Whether the answer must be asked for now, all notes up to a tick being known.</summary>
    /// <param name="listener">What was heard.</param>
    /// <param name="tick">The last tick whose notes are known.</param>
    /// <param name="horizon">From <see cref="HorizonTicks"/>.</param>
    /// <param name="span">The present block.</param>
    /// <param name="controls">The present controls.</param>
    /// <param name="start">The tick at which the answer begins.</param>
    public static bool IsAnswerDue(Listener listener, long tick, int horizon, in BlockSpan span, in PlayControls controls, out long start)
    {
        start = 0;
        if (listener.PhraseNotes == 0 || !listener.IsSilent)
            return false;
        start = FirstLine(Math.Max(listener.LastRelease + controls.RestTicks, tick + horizon), span, controls);
        return start <= tick + horizon;
    }

    // In 7/8 on a grid of quarters, say, not every beat is a grid line.
    private static int BeatOnGrid(int place, int beat, int bar, Grid grid)
    {
        int line = (place + beat - 1) / beat * beat;
        while (line < bar && !grid.Contains(line))
            line += beat;
        return Math.Min(line, bar);
    }

    private static long FirstLine(long earliest, in BlockSpan span, in PlayControls controls)
    {
        long barLine = span.BarLineBefore(earliest);
        int place = (int)(earliest - barLine);
        int bar = span.Meter.BarTicks;
        return barLine + controls.StartOn switch
        {
            StartOn.Bar => place == 0 ? 0 : bar,
            StartOn.Beat => BeatOnGrid(place, span.Meter.BeatTicks, bar, controls.Answer.Grid),
            _ => controls.Answer.Grid.AtOrAfter(place, bar),
        };
    }
}
