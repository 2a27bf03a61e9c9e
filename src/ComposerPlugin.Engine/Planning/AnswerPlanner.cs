using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Decides when an answer is requested, and which, from the mode and the musician's triggers. Owns the current answer.
/// </summary>
public sealed class AnswerPlanner
{
    private readonly ComposeRequests _requests;

    // By the value of PlayMode.
    private readonly Mode[] _modes = [new ContinueMode(), new TradeMode(), new GenerateMode(), new VaryMode(), new HoldMode()];
    private readonly TakeRequests _takeRequests;
    private readonly TakeHistory _takes;
    private readonly PendingAnswer _pending;
    private readonly GeneratedPiece _piece = new();
    private AnswerBounds _answer;
    private int _lastId;
    private Meter _meter;
    private bool _isTake;
    private uint _takesOfPhrase;

    // The last answer, if it was stopped before it started: no one misses its take.
    private int _unheardTake;

    // What Confirm adds to the takes, once the request is sent.
    private RecentTake _requested;
    private bool _replacesCurrent;

    // Whether the last answer is over and the player has played nothing since.
    private bool _mayApply;
    private long _decided = long.MinValue;
    private bool _isWaiting = true;

    // All notes off: modes that play alone wait for the musician, whether the host plays or not.
    private bool _isSilenced;

    /// <summary>Sends requests there.</summary>
    public AnswerPlanner(ComposeRequests requests)
    {
        _requests = requests;
        _takeRequests = new(requests);
        (_takes, _pending) = (_takeRequests.Takes, _takeRequests.Pending);
    }

    /// <summary>[audio] Whether an answer is requested or sounds.</summary>
    public bool IsAnswering { get; private set; }

    /// <summary>[audio] The current answer, or the last one.</summary>
    public AnswerBounds Answer => _answer;

    /// <summary>[audio] The id of the take that plays, or played last; 0 if there is none.</summary>
    public int CurrentTake => _takes.Recent.TryGetCurrent(out var take) ? take.Id : 0;

    /// <summary>[audio] Whether the requested answer cuts off one that sounds, instead of following it.</summary>
    public bool CutsOff { get; private set; }

    /// <summary>[audio] Whether the current answer was requested before the rest that ends the player's phrase.</summary>
    public bool IsEarly { get; private set; }

    /// <summary>[audio] The takes.</summary>
    public TakeHistory Takes => _takes;

    /// <summary>[audio] The musician plays or moves a control: modes that play alone no longer wait for the host.</summary>
    public void Wake() => _isWaiting = _isSilenced = false;

    /// <summary>[audio] The player plays: a control that moves from now on does not repeat an answer that is over.</summary>
    public void NoteOn()
    {
        Wake();
        _mayApply = false;
        _piece.End();
        if (!IsAnswering)
            _pending.CancelControls();
    }

    /// <summary>
    /// [audio] The transport started, stopped or jumped, or the host activated the plugin: modes that play alone wait until the host plays.
    /// </summary>
    public void WaitForHost() => _isWaiting = true;

    /// <summary>[audio] Resets: there is no answer.</summary>
    public void Restart()
    {
        _pending.Clear();
        _piece.Restart();
        IsAnswering = false;
        _mayApply = false;
        _isSilenced = false;
        _decided = long.MinValue;
        _takesOfPhrase = 0;
        _requests.Send(new() { Kind = RequestKind.Restart });
    }

    /// <summary>[audio] Handles a trigger.</summary>
    public void Trigger(TakeTrigger trigger)
    {
        if (_takeRequests.Trigger(trigger))
            Wake();
    }

    /// <summary>[audio] Plays a take again; nothing happens if there is none.</summary>
    /// <param name="value">The value of the control, as in <see cref="TakeHistory.TryRecall"/>.</param>
    public void Recall(int value)
    {
        if (_takeRequests.Recall(value))
            Wake();
    }

    /// <summary>[audio] Does what the musician did in the window.</summary>
    public void Edit(in TakeEdit edit)
    {
        _takeRequests.Edit(edit);
        // The next take of another phrase is its first.
        if (edit.Kind == TakeEditKind.UsePhrase)
            _takesOfPhrase = uint.MaxValue;
    }

    /// <summary>[audio] Requests the current take with the changed controls, while it sounds and until the player plays again.</summary>
    public void ApplyControls()
    {
        if (IsAnswering || _mayApply)
            _pending.ApplyControls();
    }

    /// <summary>[audio] Requests the current take again if a change of the controls shapes it.</summary>
    public void ApplyControls(in AnswerControls before, in AnswerControls now)
    {
        if (_takes.Recent.TryGetCurrent(out var take) && !before.ComposeLike(now, take.IsVaried))
            ApplyControls();
    }

    /// <summary>
    /// [audio] The meter changed: requests the remainder of the answer in the new meter, from its second beat, for as many bars as were
    /// left.
    /// </summary>
    /// <param name="span">The block in the new meter.</param>
    /// <returns>False if the answer must stop instead: a repeated take cannot change its meter.</returns>
    public bool FollowMeter(in BlockSpan span)
    {
        if (_isTake)
            return false;
        long barLine = span.BarsAt(span.Start).BarLineBefore(span.Start);
        long left = _answer.End - barLine;
        if (left > 0)
        {
            long start = Math.Max(barLine, _answer.Start) + span.Meter.BeatTicks;
            _pending.MakeRemainder(start, barLine + (_meter.BarsToHold(left) * span.Meter.BarTicks));
        }
        return true;
    }

    /// <summary>[audio] Stops the answer.</summary>
    /// <param name="lastTick">The last tick whose notes sounded.</param>
    /// <returns>Whether it was stopped before it started.</returns>
    public bool Stop(long lastTick)
    {
        IsAnswering = false;
        _pending.Clear();
        _piece.End();
        SendStop(lastTick);
        _answer = _answer with { End = Math.Min(_answer.End, lastTick + 1) };
        bool isUnheard = lastTick < _answer.Start;
        _unheardTake = isUnheard && !_isTake ? _answer.Id : 0;
        return isUnheard;
    }

    /// <summary>[audio] All notes off: stops the answer, and cancels what the musician has requested.</summary>
    /// <param name="lastTick">The last tick whose notes sounded.</param>
    /// <param name="mayPlayAlone">Whether modes that play alone go on; otherwise they wait for the musician.</param>
    public void Panic(long lastTick, bool mayPlayAlone)
    {
        if (IsAnswering)
            Stop(lastTick);
        _pending.Clear();
        _mayApply = false;
        _isSilenced |= !mayPlayAlone;
    }

    /// <summary>[audio] A tick is finalized: decides what follows.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="lookAhead">The look-ahead, in ticks.</param>
    /// <param name="span">The block.</param>
    /// <param name="controls">The controls.</param>
    /// <param name="phrase">The player's phrase.</param>
    /// <param name="request">The request for an answer, to be sent; then <see cref="Confirm"/> it.</param>
    public bool Decide(
        long tick, int lookAhead, in BlockSpan span, in PlayControls controls, PhraseDetector phrase, out ComposeRequest request)
    {
        IsAnswering &= tick < _answer.End;
        _isWaiting &= !span.Follows;
        var point = new DecisionPoint
        {
            Tick = tick,
            First = _decided == long.MinValue ? tick + lookAhead : Math.Max(_decided, tick) + 1,
            Last = tick + lookAhead,
            Span = span,
            Controls = controls,
            Phrase = phrase,
            Takes = _takes.Recent,
            Piece = _piece,
            IsAnswering = IsAnswering,
            AnswerEnd = _answer.End,
            IsWaiting = _isWaiting || _isSilenced,
        };
        _decided = Math.Max(_decided, point.Last);
        request = default;
        if (controls.Bypass)
        {
            _pending.Clear();
            return false;
        }
        var mode = ModeOf(controls);
        if (_pending.IsDue(point, mode, out var due))
            request = RequestPending(due, point);
        else if ((!_pending.IsPending || mode.PlaysAlone) && mode.IsDue(point, out due))
            request = RequestNext(due, point);
        else if (mode.PlaysAlone && phrase.TryGetEnd(controls.RestTicks, span.Meter.BarTicks, out long end) && tick >= end)
            phrase.End();
        return request.Kind == RequestKind.Answer;
    }

    /// <summary>[audio] The current mode.</summary>
    internal Mode ModeOf(in PlayControls controls) => _modes[(int)controls.Mode];

    /// <summary>[audio] The request was sent: its answer is the current one.</summary>
    public void Confirm(in ComposeRequest request)
    {
        _piece.Confirm(request);
        (_answer, _meter, IsAnswering, _mayApply) = (request.Answer, request.Bars.Meter, true, true);
        _isTake = request.Source == AnswerSource.Take;
        if (!_isTake)
            _takes.Recent.Add(_requested, _replacesCurrent);
    }

    private ComposeRequest RequestNext(in DueAnswer due, in DecisionPoint point)
    {
        CutsOff = false;
        return Request(due, point);
    }

    private ComposeRequest RequestPending(in DueAnswer due, in DecisionPoint point)
    {
        CutsOff = IsAnswering;
        if (!due.ReplacesLast)
            SendStop(due.Start - 1);
        else if (due.Source == AnswerSource.Take)
            _takes.Select(due.Take);
        else if (!due.IsApplied)
            _takesOfPhrase++;
        return Request(due, point);
    }

    private ComposeRequest Request(in DueAnswer due, in DecisionPoint point)
    {
        IsEarly = due.IsEarly;
        if (!due.ReplacesLast && due.Source != AnswerSource.Take)
            _takesOfPhrase = 0;
        _takes.Recent.TryGetCurrent(out var current);
        bool keepsLocks = due.ReplacesLast && current.HasLocks;
        bool isUnheard = current.Id != 0 && current.Id == _unheardTake;
        _replacesCurrent = due.ReplacesLast ? due.IsApplied && current.IsApplied : isUnheard;
        var bars = point.Span.BarsAt(due.Start).From(due.Start);
        _requested = new(++_lastId, bars.BarPositionOf(due.Start), (int)(due.End - due.Start), bars.Meter)
        {
            Origin = due.Origin,
            Base = due.Base,
            Count = due.IsApplied ? current.Count : _takesOfPhrase,
            IsVaried = due.Source == AnswerSource.Phrase || due.Origin == TakeOrigin.Variation,
            IsApplied = due.IsApplied,
            HasLocks = keepsLocks,
        };
        var controls = point.Controls.Answer with { Seed = point.Controls.Answer.Seed + _requested.Count };
        var piece = due.Source == AnswerSource.Generated && controls.Form == AnswerForm.AsStyle
            ? _piece.PieceOf(due, bars, _answer.Start, controls.Seed)
            : default;
        // An answer that another follows at once needs no cadence, unless it ends a section or each is to end on the tonic.
        bool closes = due.Source != AnswerSource.Generated || controls.EndsOnTonic
            || (piece.IsPiece && GeneratedPiece.EndsSection(due, piece, bars.Meter));
        return new()
        {
            Kind = RequestKind.Answer,
            Answer = new(_lastId, due.Start, due.End),
            Bars = bars,
            Source = due.Source,
            ReplacesLast = due.ReplacesLast,
            Take = due.Take,
            Origin = due.Origin,
            BaseTake = due.Base,
            LockedTake = keepsLocks ? current.Id : 0,
            ReplacedTake = _replacesCurrent ? current.Id : 0,
            Piece = piece,
            Controls = controls with { Closes = closes },
        };
    }

    private void SendStop(long lastTick) => _requests.Send(new() { Kind = RequestKind.Stop, Answer = _answer, LastTick = lastTick });
}
