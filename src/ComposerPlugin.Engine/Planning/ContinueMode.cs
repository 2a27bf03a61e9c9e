namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Continue"/>: an answer at the first start position after the player's phrase, or
/// on the bar line on which the phrase is likely to end.
/// </summary>
internal class ContinueMode : Mode
{
    /// <inheritdoc/>
    public override bool StopsForPlayer => true;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        bool isOver = point.IsAnswerDue(Quantize(point), out long start);
        bool isEarly = !isOver && point.IsEndLikely(out start);
        answer = new(start, End(start, point), Source) { IsEarly = isEarly };
        return isOver || isEarly;
    }
}
