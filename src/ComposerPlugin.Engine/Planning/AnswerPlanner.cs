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
    private readonly RecentTakes _takes = new();
    private readonly PendingAnswer _pending = new();
    private AnswerBounds _answer;
    private int _lastId;
    private Meter _meter;
    private bool _isTake;
    private uint _takesOfPhrase;
    private long _decided = long.MinValue;
    private bool _isWaiting = true;

    /// <summary>Sends requests there.</summary>
    public AnswerPlanner(ComposeRequests requests) => _requests = requests;

    /// <summary>[audio] Whether an answer is requested or sounds.</summary>
    public bool IsAnswering { get; private set; }

    /// <summary>[audio] The current answer, or the last one.</summary>
    public AnswerBounds Answer => _answer;

    /// <summary>[audio] The id of the take that plays, or played last; 0 if there is none.</summary>
    public int CurrentTake => _takes.TryGetCurrent(out var take) ? take.Id : 0;

    /// <summary>[audio] Whether the requested answer cuts off one that sounds, instead of following it.</summary>
    public bool CutsOff { get; private set; }

    /// <summary>[audio] The musician plays or moves a control: modes that play alone no longer wait for the host.</summary>
    public void Wake() => _isWaiting = false;

    /// <summary>
    /// [audio] The transport started, stopped or jumped, or the host activated the plugin: modes that play alone wait until the host plays.
    /// </summary>
    public void WaitForHost() => _isWaiting = true;

    /// <summary>[audio] Resets: there is no answer.</summary>
    public void Restart()
    {
        _pending.Clear();
        IsAnswering = false;
        _decided = long.MinValue;
        _takesOfPhrase = 0;
        _requests.Send(new() { Kind = RequestKind.Restart });
    }

    /// <summary>[audio] Handles a trigger.</summary>
    public void Trigger(TakeTrigger trigger)
    {
        switch (trigger)
        {
            case TakeTrigger.NewTake or TakeTrigger.PreviousTake:
                Wake();
                _pending.Make(trigger);
                break;
            case TakeTrigger.Keep when _takes.TryGetCurrent(out var take):
                _requests.Send(new() { Kind = RequestKind.Keep, Take = take.Id });
                break;
            case TakeTrigger.CaptureA:
                _requests.Send(new() { Kind = RequestKind.CaptureA });
                break;
            case TakeTrigger.CaptureB:
                _requests.Send(new() { Kind = RequestKind.CaptureB });
                break;
        }
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
        SendStop(lastTick);
        _answer = _answer with { End = Math.Min(_answer.End, lastTick + 1) };
        return lastTick < _answer.Start;
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
            Takes = _takes,
            IsAnswering = IsAnswering,
            AnswerEnd = _answer.End,
            IsWaiting = _isWaiting,
        };
        _decided = Math.Max(_decided, point.Last);
        request = default;
        if (controls.Bypass)
        {
            _pending.Clear();
            return false;
        }
        var mode = ModeOf(controls);
        if (_pending.IsDue(point, mode, out var due, out bool replacesLast))
            request = RequestPending(due, replacesLast, point);
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
        (_answer, _meter, IsAnswering) = (request.Answer, request.Bars.Meter, true);
        _isTake = request.Source == AnswerSource.Take;
        if (!_isTake)
            _takes.Add(new(_answer.Id, request.Bars.BarPositionOf(_answer.Start), (int)(_answer.End - _answer.Start), _meter));
    }

    private ComposeRequest RequestNext(in DueAnswer due, in DecisionPoint point)
    {
        CutsOff = false;
        return Request(due, replacesLast: false, point);
    }

    private ComposeRequest RequestPending(in DueAnswer due, bool replacesLast, in DecisionPoint point)
    {
        CutsOff = IsAnswering;
        if (!replacesLast)
            SendStop(due.Start - 1);
        else if (due.Source == AnswerSource.Take)
            _takes.StepBack();
        else
            _takesOfPhrase++;
        return Request(due, replacesLast, point);
    }

    private ComposeRequest Request(in DueAnswer due, bool replacesLast, in DecisionPoint point)
    {
        if (!replacesLast && due.Source != AnswerSource.Take)
            _takesOfPhrase = 0;
        var controls = point.Controls.Answer;
        // An answer that another follows at once needs no cadence, unless each is to end on the tonic.
        bool closes = due.Source != AnswerSource.Generated || controls.EndsOnTonic;
        return new()
        {
            Kind = RequestKind.Answer,
            Answer = new(++_lastId, due.Start, due.End),
            Bars = point.Span.BarsAt(due.Start).From(due.Start),
            Source = due.Source,
            ReplacesLast = replacesLast,
            Take = due.Take,
            Controls = controls with { Seed = controls.Seed + _takesOfPhrase, Closes = closes },
        };
    }

    private void SendStop(long lastTick) => _requests.Send(new() { Kind = RequestKind.Stop, Answer = _answer, LastTick = lastTick });
}
