namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Vary"/>: a variation of the player's phrase after it. It starts on a bar line, so that accents keep their
/// positions.
/// </summary>
internal sealed class VaryMode : Mode
{
    /// <inheritdoc/>
    public override bool StopsForPlayer => true;

    /// <inheritdoc/>
    protected override AnswerSource TakeSource => AnswerSource.Phrase;

    /// <inheritdoc/>
    protected override StartQuantize TakeQuantize(in DecisionPoint point) => StartQuantize.Bar;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        bool isDue = point.IsAnswerDue(StartQuantize.Bar, out long start);
        answer = new(start, point.EndFrom(start), AnswerSource.Phrase);
        return isDue;
    }
}
