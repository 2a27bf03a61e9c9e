namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Generate"/>: one answer after another from the next bar line on, each up to a bar line.</summary>
internal static class GenerateMode
{
    /// <summary>[audio] Whether the next answer is due.</summary>
    public static bool IsDue(in DecisionPoint moment, out DueAnswer turn)
    {
        turn = default;
        if (moment.IsResting)
            return false;
        long start = moment.IsAnswering
            ? moment.AnswerEnd
            : StartPositions.AtOrAfter(moment.First, StartQuantize.Bar, moment.Span, moment.Controls.Answer.Grid);
        if (!moment.IsDue(start))
            return false;
        turn = new(start, EndFrom(start, moment), AnswerFrom.Alone);
        return true;
    }

    /// <summary>[audio] Where an answer ends that begins at a tick: on a bar line, so many bars after the one before.</summary>
    public static long EndFrom(long start, in DecisionPoint moment) =>
        moment.Span.BarLineBefore(start) + ((long)moment.Controls.AnswerBars * moment.Span.Meter.BarTicks);
}
