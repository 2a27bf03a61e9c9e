namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Generate"/>: one answer after another from the next bar line on, each up to a bar line.</summary>
internal sealed class GenerateMode : Mode
{
    /// <inheritdoc/>
    public override bool PlaysAlone => true;

    /// <inheritdoc/>
    protected override AnswerSource Source => AnswerSource.Generated;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        answer = default;
        if (point.IsWaiting)
            return false;
        long start = point.IsAnswering ? point.AnswerEnd : point.StartAtOrAfter(point.First, StartQuantize.Bar);
        answer = new(start, End(start, point), Source);
        return point.IsDue(start);
    }

    /// <inheritdoc/>
    protected override long End(long start, in DecisionPoint point) => point.EndFrom(point.Span.BarsAt(start).BarLineBefore(start));
}
