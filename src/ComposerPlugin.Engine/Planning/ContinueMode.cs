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
        var quantize = Quantize(point);
        // Who sets a rest shorter than a beat wants the answer sooner than on the next beat, the default.
        if (quantize == StartQuantize.Beat && point.Controls.FollowsPhrase && IsShort(point))
            quantize = StartQuantize.Grid;
        bool isOver = point.IsAnswerDue(quantize, out long start);
        bool isEarly = !isOver && point.IsEndLikely(out start);
        answer = new(start, End(start, point), Source) { IsEarly = isEarly };
        return isOver || isEarly;
    }

    private static bool IsShort(in DecisionPoint point) =>
        point.Controls.RestTicks > 0 && point.Controls.RestTicks < point.Span.Meter.BeatTicks;
}
