namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] A pending request outside the mode's own schedule: another take, a take that is played again, the current take again after a
/// control changed, or the remainder of the current answer after a meter change.
/// </summary>
internal sealed class PendingAnswer
{
    private Request _request;
    private TakeOrigin _origin;
    private RecentTake _recalled;
    private long _start;
    private long _end;

    private enum Request
    {
        None,
        Take,
        Controls,
        PreviousTake,
        NextTake,
        RecalledTake,
        Remainder,
    }

    /// <summary>[audio] Whether a request is pending.</summary>
    public bool IsPending => _request != Request.None;

    /// <summary>[audio] Requests another take; the latest request counts.</summary>
    /// <param name="origin">How it is composed.</param>
    public void Compose(TakeOrigin origin) => (_request, _origin) = (Request.Take, origin);

    /// <summary>[audio] Requests the take before the current one; the latest request counts.</summary>
    public void Previous() => _request = Request.PreviousTake;

    /// <summary>[audio] Requests the take after the current one; the latest request counts.</summary>
    public void Next() => _request = Request.NextTake;

    /// <summary>[audio] Requests a take; the latest request counts.</summary>
    public void Recall(in RecentTake take) => (_request, _recalled) = (Request.RecalledTake, take);

    /// <summary>[audio] Requests the current take with the changed controls, unless a take is pending.</summary>
    public void ApplyControls()
    {
        if (!IsPending || _request == Request.Remainder)
            _request = Request.Controls;
    }

    /// <summary>[audio] Cancels a request of <see cref="ApplyControls"/>.</summary>
    public void CancelControls()
    {
        if (_request == Request.Controls)
            Clear();
    }

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
    public bool IsDue(in DecisionPoint point, Mode mode, out DueAnswer answer)
    {
        answer = default;
        bool isDue = _request switch
        {
            Request.Take => IsTakeDue(point, mode, out answer),
            Request.Controls => IsCurrentDue(point, mode, out answer),
            Request.PreviousTake => IsRepeatDue(point.Takes.TryGetPrevious(out var previous), previous, point, mode, out answer),
            Request.NextTake => IsRepeatDue(point.Takes.TryGetNext(out var next), next, point, mode, out answer),
            Request.RecalledTake => IsRepeatDue(has: true, _recalled, point, mode, out answer),
            Request.Remainder => IsRemainderDue(point, out answer),
            _ => false,
        };
        if (isDue)
            Clear();
        return isDue;
    }

    private bool IsTakeDue(in DecisionPoint point, Mode mode, out DueAnswer answer)
    {
        bool has = point.Takes.TryGetCurrent(out var take);
        // Without a take, a variation is one of the phrase.
        if (!has && _origin.IsReroll() && _origin != TakeOrigin.Variation)
        {
            Clear();
            answer = default;
            return false;
        }
        return IsComposedDue(_origin, take, take.Id, point, mode, out answer);
    }

    private bool IsCurrentDue(in DecisionPoint point, Mode mode, out DueAnswer answer)
    {
        if (!point.Takes.TryGetCurrent(out var take))
        {
            Clear();
            answer = default;
            return false;
        }
        bool isReroll = take.Origin.IsReroll();
        int from = isReroll || take.IsApplied ? take.Base : take.Id;
        bool isDue = IsComposedDue(isReroll ? take.Origin : TakeOrigin.Controls, take, from, point, mode, out answer);
        answer = answer with { IsApplied = true };
        return isDue;
    }

    // Notes of a take that stay keep their positions in the bar.
    private static bool IsComposedDue(
        TakeOrigin origin, in RecentTake take, int from, in DecisionPoint point, Mode mode, out DueAnswer answer)
    {
        bool isDue = take.HasLocks || (origin.IsReroll() && from != 0)
            ? mode.IsDueAt(take, point, out answer)
            : mode.IsTakeDue(point, out answer);
        var source = origin == TakeOrigin.Variation && from == 0 ? AnswerSource.Phrase : answer.Source;
        answer = answer with { Source = source, Origin = origin, Base = from, ReplacesLast = true };
        return isDue;
    }

    private bool IsRepeatDue(bool has, in RecentTake take, in DecisionPoint point, Mode mode, out DueAnswer answer)
    {
        answer = default;
        if (!has)
        {
            Clear();
            return false;
        }
        bool isDue = mode.IsDueAt(take, point, out answer);
        answer = answer with { Source = AnswerSource.Take, Take = take.Id, ReplacesLast = true };
        return isDue;
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
        answer = new(start, _end, AnswerSource.Heard) { Origin = TakeOrigin.Remainder };
        return start < _end && point.IsDue(start);
    }
}
