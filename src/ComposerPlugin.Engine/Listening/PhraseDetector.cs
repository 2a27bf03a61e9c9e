namespace ComposerPlugin.Engine;

/// <summary>[audio] Decides when a phrase has ended. A function of ticks alone.</summary>
public static class PhraseDetector
{
    /// <summary>
    /// How long before its first note an answer is asked for, at least; in seconds. A block of 2048 frames lasts 46 ms and is decided upon all at
    /// once: an answer that was asked for and due within one block would come too late, however fast the model is.
    /// </summary>
    public const double Horizon = 0.060;

    /// <summary>[audio] How many ticks before its first note an answer is asked for: at least <see cref="Horizon"/>, and a tick to spare.</summary>
    public static int HorizonTicks(double secondsPerTick) => (int)Math.Ceiling(Horizon / secondsPerTick) + 1;

    /// <summary>[audio] The first tick at which the phrase is over if nothing more is played; false when there is no phrase or a key is down.</summary>
    /// <param name="listener">What was heard.</param>
    /// <param name="restTicks">How long the player must rest; 0: as the phrase's own rhythm tells.</param>
    /// <param name="barTicks">The length of a bar.</param>
    /// <param name="end">The tick.</param>
    public static bool TryGetEnd(Listener listener, int restTicks, int barTicks, out long end)
    {
        end = listener.LastRelease + (restTicks > 0 ? restTicks : listener.Rhythm.RestTicks(barTicks));
        return listener.PhraseNotes > 0 && listener.IsSilent;
    }

    /// <summary>[audio] Whether the phrase's answer is due, and where it begins: on the first line of the given kind after the phrase's end.</summary>
    public static bool IsAnswerDue(in DecisionPoint moment, StartQuantize line, out long start)
    {
        start = 0;
        if (!TryGetEnd(moment.Listener, moment.Controls.RestTicks, moment.Span.Meter.BarTicks, out long end))
            return false;
        start = StartPositions.AtOrAfter(Math.Max(end, moment.First), line, moment.Span, moment.Controls.Answer.Grid);
        return moment.IsDue(start);
    }
}
