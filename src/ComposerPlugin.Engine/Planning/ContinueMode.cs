namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Continue"/>: an answer at the first start position after the player's phrase.</summary>
internal sealed class ContinueMode : Mode
{
    /// <inheritdoc/>
    public override bool StopsForPlayer => true;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        bool isDue = point.IsAnswerDue(point.Controls.StartOn, out long start);
        answer = new(start, point.EndFrom(start), AnswerSource.Heard);
        return isDue;
    }
}
