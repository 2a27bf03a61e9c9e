namespace ComposerPlugin.Engine;

/// <summary>[audio] An answer that is wished for out of the mode's turn: a new take, the previous one, or the present one's rest in another meter.</summary>
internal sealed class PendingTake
{
    private Wish _wish;
    private long _start;
    private long _end;

    private enum Wish
    {
        None,
        NewTake,
        PreviousTake,
        Rest,
    }

    /// <summary>[audio] Whether something is wished for.</summary>
    public bool IsOpen => _wish != Wish.None;

    /// <summary>[audio] Wishes for a take; the latest wish counts.</summary>
    public void Make(TakeTrigger trigger) => _wish = trigger == TakeTrigger.PreviousTake ? Wish.PreviousTake : Wish.NewTake;

    /// <summary>[audio] Wishes that the answer goes on anew from a tick, up to another, unless a take is wished for.</summary>
    public void Follow(long start, long end)
    {
        if (!IsOpen)
            (_wish, _start, _end) = (Wish.Rest, start, end);
    }

    /// <summary>[audio] Wishes for nothing.</summary>
    public void Clear() => _wish = Wish.None;

    /// <summary>[audio] Whether what is wished for is due; then it is no longer wished for.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="turn">What is due.</param>
    /// <param name="takesBack">Whether it stands in the last answer's place.</param>
    public bool IsDue(in DecisionPoint moment, out DueAnswer turn, out bool takesBack)
    {
        takesBack = _wish is Wish.NewTake or Wish.PreviousTake;
        bool isDue = _wish switch
        {
            Wish.NewTake => IsNewTakeDue(moment, out turn),
            Wish.PreviousTake => IsPreviousTakeDue(moment, out turn),
            Wish.Rest => IsRestDue(moment, out turn),
            _ => None(out turn),
        };
        if (isDue)
            Clear();
        return isDue;
    }

    private static bool IsNewTakeDue(in DecisionPoint moment, out DueAnswer turn)
    {
        var mode = moment.Controls.Mode;
        var line = mode == PlayMode.Vary ? StartQuantize.Bar : moment.Controls.StartOn;
        long start = StartPositions.AtOrAfter(moment.First, line, moment.Span, moment.Controls.Answer.Grid);
        if (mode == PlayMode.Trade && !TradeMode.IsOurs(start, moment))
            return None(out turn);
        long end = mode switch
        {
            PlayMode.Trade => TradeMode.EndOfTurn(start, moment),
            PlayMode.Generate => GenerateMode.EndFrom(start, moment),
            _ => start + ((long)moment.Controls.AnswerBars * moment.Span.Meter.BarTicks),
        };
        var from = mode switch
        {
            PlayMode.Vary => AnswerFrom.Phrase,
            PlayMode.Generate => AnswerFrom.Alone,
            _ => AnswerFrom.Heard,
        };
        turn = new(start, end, from);
        return moment.IsDue(start);
    }

    private bool IsPreviousTakeDue(in DecisionPoint moment, out DueAnswer turn)
    {
        if (!moment.Takes.TryGetPrevious(out var take))
        {
            Clear();
            return None(out turn);
        }
        long start = StartPositions.BarPositionAtOrAfter(moment.First, take.BarPosition, moment.Span);
        long end = start + HoldMode.LengthIn(moment.Span, take);
        if (moment.Controls.Mode == PlayMode.Trade)
        {
            if (!TradeMode.IsOurs(start, moment))
                return None(out turn);
            end = Math.Min(end, TradeMode.EndOfTurn(start, moment));
        }
        turn = new(start, end, AnswerFrom.Take, take.Number);
        return moment.IsDue(start);
    }

    // The old notes sound up to the new ones' beginning; where that has passed already, the new ones begin as soon as they can.
    private bool IsRestDue(in DecisionPoint moment, out DueAnswer turn)
    {
        if (!moment.IsAnswering)
        {
            Clear();
            return None(out turn);
        }
        long start = StartPositions.AtOrAfter(Math.Max(_start, moment.First), StartQuantize.Grid, moment.Span, moment.Controls.Answer.Grid);
        turn = new(start, _end, AnswerFrom.Heard);
        return start < _end && moment.IsDue(start);
    }

    private static bool None(out DueAnswer turn)
    {
        turn = default;
        return false;
    }
}
