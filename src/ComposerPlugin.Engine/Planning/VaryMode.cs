namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Vary"/>: after the player's phrase the phrase again, varied, from a bar line on, so that its accents stay where they were.</summary>
internal static class VaryMode
{
    /// <summary>[audio] Whether a variation is due.</summary>
    public static bool IsDue(in DecisionPoint moment, out DueAnswer turn)
    {
        turn = default;
        if (moment.IsAnswering || !PhraseDetector.IsAnswerDue(moment, StartQuantize.Bar, out long start))
            return false;
        turn = new(start, start + ((long)moment.Controls.AnswerBars * moment.Span.Meter.BarTicks), AnswerFrom.Phrase);
        return true;
    }
}
