namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Continue"/>: an answer on the first line after the player's phrase.</summary>
internal static class ContinueMode
{
    /// <summary>[audio] Whether an answer is due.</summary>
    public static bool IsDue(in DecisionPoint moment, out DueAnswer turn)
    {
        turn = default;
        if (moment.IsAnswering || !PhraseDetector.IsAnswerDue(moment, moment.Controls.StartOn, out long start))
            return false;
        turn = new(start, start + ((long)moment.Controls.AnswerBars * moment.Span.Meter.BarTicks), AnswerFrom.Heard);
        return true;
    }
}
