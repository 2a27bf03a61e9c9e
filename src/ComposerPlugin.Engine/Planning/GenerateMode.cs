namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Generate"/>: one answer after another from the next bar line on, each up to a bar line, and in a piece of
/// sections at most to the end of its section.
/// </summary>
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
    protected override long End(long start, in DecisionPoint point)
    {
        var bars = point.Span.BarsAt(start);
        long end = point.EndFrom(bars.BarLineBefore(start));
        return point.Controls.Answer.Form == AnswerForm.AsStyle ? Math.Min(end, point.Piece.SectionEnd(start, bars)) : end;
    }
}
