namespace ComposerPlugin.Engine;

/// <summary>[audio] <see cref="PlayMode.Continue"/>: an answer at the first start position after the player's phrase.</summary>
internal class ContinueMode : Mode
{
    /// <inheritdoc/>
    public override bool StopsForPlayer => true;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        bool isDue = point.IsAnswerDue(Quantize(point), out long start);
        answer = new(start, End(start, point), Source);
        return isDue;
    }
}
