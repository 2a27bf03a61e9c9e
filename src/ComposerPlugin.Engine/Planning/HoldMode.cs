namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] <see cref="PlayMode.Hold"/>: repeats the last take, each time from its position in the bar. A take of whole bars repeats
/// without a gap.
/// </summary>
internal sealed class HoldMode : Mode
{
    /// <inheritdoc/>
    public override bool PlaysAlone => true;

    /// <inheritdoc/>
    public override bool IsDue(in DecisionPoint point, out DueAnswer answer)
    {
        answer = default;
        if (point.IsWaiting || !point.Takes.TryGetCurrent(out var take))
            return false;
        long earliest = point.IsAnswering ? point.AnswerEnd : point.First;
        long start = StartPositions.AtOrAfter(earliest, take.BarPosition, point.Span);
        answer = new(start, start + take.LengthIn(point.Span.Meter), AnswerSource.Take, take.Id);
        return point.IsDue(start);
    }
}
