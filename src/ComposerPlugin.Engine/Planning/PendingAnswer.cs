namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] A pending request outside the mode's own schedule: a new take, the previous take, or the remainder of the current answer after a
/// meter change.
/// </summary>
internal sealed class PendingAnswer
{
    private Request _request;
    private long _start;
    private long _end;

    private enum Request
    {
        None,
        NewTake,
        PreviousTake,
        Remainder,
    }

    /// <summary>[audio] Whether a request is pending.</summary>
    public bool IsPending => _request != Request.None;

    /// <summary>[audio] Requests a new or the previous take; the latest request counts.</summary>
    public void Make(TakeTrigger trigger) => _request = trigger == TakeTrigger.PreviousTake ? Request.PreviousTake : Request.NewTake;

    /// <summary>[audio] Requests the remainder of the answer, from a tick up to another, unless a take is pending.</summary>
    public void MakeRemainder(long start, long end)
    {
        if (!IsPending)
            (_request, _start, _end) = (Request.Remainder, start, end);
    }

    /// <summary>[audio] Cancels the request.</summary>
    public void Clear() => _request = Request.None;

    /// <summary>[audio] Whether the request is due; then it is no longer pending.</summary>
    /// <param name="point">The decision point.</param>
    /// <param name="mode">The current mode.</param>
    /// <param name="answer">The answer that is due.</param>
    /// <param name="replacesLast">Whether it replaces the last answer.</param>
    public bool IsDue(in DecisionPoint point, Mode mode, out DueAnswer answer, out bool replacesLast)
    {
        replacesLast = _request is Request.NewTake or Request.PreviousTake;
        answer = default;
        bool isDue = _request switch
        {
            Request.NewTake => mode.IsTakeDue(point, out answer),
            Request.PreviousTake => IsPreviousTakeDue(point, mode, out answer),
            Request.Remainder => IsRemainderDue(point, out answer),
            _ => false,
        };
        if (isDue)
            Clear();
        return isDue;
    }

    private bool IsPreviousTakeDue(in DecisionPoint point, Mode mode, out DueAnswer answer)
    {
        answer = default;
        if (!point.Takes.TryGetPrevious(out var take))
        {
            Clear();
            return false;
        }
        long start = StartPositions.AtOrAfter(point.First, take.BarPosition, point.Span);
        long end = start + take.LengthIn(point.Span.Meter);
        if (!mode.MayRepeat(start, point, ref end))
            return false;
        answer = new(start, end, AnswerSource.Take, take.Id);
        return point.IsDue(start);
    }

    // The old notes sound up to the first new one. Where its tick has passed already, the new ones start as soon as they can.
    private bool IsRemainderDue(in DecisionPoint point, out DueAnswer answer)
    {
        answer = default;
        if (!point.IsAnswering)
        {
            Clear();
            return false;
        }
        long start = point.StartAtOrAfter(Math.Max(_start, point.First), StartQuantize.Grid);
        answer = new(start, _end, AnswerSource.Heard);
        return start < _end && point.IsDue(start);
    }
}
