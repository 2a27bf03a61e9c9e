using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] Asks for answers when the mode or a trigger says so, and plays them up to their end or until they are stopped.</summary>
public sealed class AnswerPlanner
{
    private readonly ComposeRequests _requests;
    private readonly Listener _listener;
    private readonly SoundingNotes _sounding;
    private readonly Scheduler _scheduler;
    private readonly RecentTakes _takes = new();
    private readonly PendingTake _wish = new();
    private int _answer;
    private long _start;
    private long _end;
    private bool _isTake;
    private bool _cutsOff;
    private uint _takesOfPhrase;
    private long _decided = long.MinValue;
    private bool _isResting = true;
    private Meter _meter;

    /// <summary>Asks there, about what was heard, and plays what comes.</summary>
    public AnswerPlanner(ComposeRequests requests, Listener listener, SoundingNotes sounding, Scheduler scheduler)
    {
        _requests = requests;
        _listener = listener;
        _sounding = sounding;
        _scheduler = scheduler;
    }

    /// <summary>[audio] Whether an answer is asked for or sounds.</summary>
    public bool IsAnswering { get; private set; }

    /// <summary>[audio] The tick at which the last answer begins or began.</summary>
    public long AnswerStart => _start;

    /// <summary>[audio] The tick at which the last answer is or was over.</summary>
    public long AnswerEnd => _end;

    /// <summary>[audio] Where the next note begins or ends, in ticks; infinite when none is known.</summary>
    public double Next => Math.Min(_scheduler.Next, _sounding.NextEnd);

    /// <summary>[audio] The player or the musician at the controls does something: a mode that plays on its own need not wait for the host.</summary>
    public void Wake() => _isResting = false;

    /// <summary>[audio] The transport started, stopped or jumped, or the host switched on: a mode that plays on its own waits until the host plays.</summary>
    public void Rest() => _isResting = true;

    /// <summary>[audio] All music is over; what sounds ends.</summary>
    public void Restart(int frame)
    {
        _sounding.EndAll(frame);
        _scheduler.Cancel();
        _wish.Clear();
        IsAnswering = false;
        _decided = long.MinValue;
        _takesOfPhrase = 0;
        _requests.Send(new() { Kind = RequestKind.Restart });
    }

    /// <summary>[audio] Something is wished for at the controls.</summary>
    public void Trigger(TakeTrigger trigger)
    {
        if (trigger is TakeTrigger.NewTake or TakeTrigger.PreviousTake)
        {
            Wake();
            _wish.Make(trigger);
        }
        else if (trigger == TakeTrigger.Keep && _takes.TryGetCurrent(out var take))
            _requests.Send(new() { Kind = RequestKind.Keep, Take = take.Number });
        else if (trigger is TakeTrigger.CaptureA or TakeTrigger.CaptureB)
            _requests.Send(new() { Kind = trigger == TakeTrigger.CaptureA ? RequestKind.CaptureA : RequestKind.CaptureB });
    }

    /// <summary>[audio] The meter changed: the answer goes on anew in the new one from its second beat, for as many bars as it had left. A repeated take ends.</summary>
    /// <param name="span">The block in the new meter.</param>
    /// <param name="frame">Where in it.</param>
    /// <param name="lastTick">The last tick that is closed.</param>
    public void FollowMeter(in BlockSpan span, int frame, long lastTick)
    {
        long barLine = span.BarLineBefore(span.Start);
        long left = _end - barLine;
        long bars = (left + _meter.BarTicks - 1) / _meter.BarTicks;
        if (_isTake)
            Stop(frame, lastTick);
        else if (left > 0)
            _wish.Follow(Math.Max(barLine, _start) + span.Meter.BeatTicks, barLine + (bars * span.Meter.BarTicks));
    }

    /// <summary>[audio] Stops the answer.</summary>
    /// <param name="frame">Where in the block.</param>
    /// <param name="lastTick">The last tick that is closed.</param>
    public void Stop(int frame, long lastTick)
    {
        lastTick = _scheduler.LastBegun(lastTick);
        IsAnswering = false;
        _wish.Clear();
        _scheduler.Cancel();
        _sounding.EndAll(frame);
        SendStop(lastTick);
        if (lastTick < _start)
            _listener.ResumePhrase();
        _end = Math.Min(_end, lastTick + 1);
    }

    /// <summary>[audio] Takes the notes of a tick from the composer.</summary>
    /// <param name="tick">The tick, at its own moment.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="span">The block.</param>
    /// <param name="groove">Where ticks sound.</param>
    public void Take(long tick, int frame, in BlockSpan span, in Groove groove)
    {
        if (IsAnswering && _cutsOff && tick == _start)
            _sounding.EndAll(frame);
        _scheduler.Take(tick, span, groove, _requests.IsOffline);
    }

    /// <summary>[audio] Ends and begins the notes up to a position, in ticks.</summary>
    public void SoundThrough(double position, int frame, byte channel)
    {
        _sounding.EndThrough(position, frame);
        _scheduler.PlayThrough(position, frame, channel);
    }

    /// <summary>[audio] All notes of a tick are heard: decides what follows from them.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="horizon">How many ticks ahead answers are asked for.</param>
    /// <param name="span">The block.</param>
    /// <param name="controls">The controls.</param>
    public void Close(long tick, int horizon, in BlockSpan span, in PlayControls controls)
    {
        _scheduler.Settle();
        IsAnswering &= tick < _end;
        _isResting &= !span.Follows;
        _listener.EndForgotten(tick);
        TellHeard();
        var moment = new DecisionPoint
        {
            Tick = tick, First = _decided == long.MinValue ? tick + horizon : Math.Max(_decided, tick) + 1, Last = tick + horizon, Span = span, Controls = controls, Listener = _listener, Takes = _takes,
            IsAnswering = IsAnswering, AnswerEnd = _end, IsResting = _isResting,
        };
        _decided = Math.Max(_decided, moment.Last);
        if (controls.Bypass)
        {
            _wish.Clear();
            return;
        }
        if (_wish.IsDue(moment, out var turn, out bool takesBack))
            Grant(turn, takesBack, moment);
        else if ((!_wish.IsOpen || PlaysOn(controls.Mode)) && IsDue(moment, out turn))
        {
            _cutsOff = false;
            Ask(turn, false, moment);
        }
        else if (PlaysOn(controls.Mode))
            EndPhrase(moment);
    }

    private static bool PlaysOn(PlayMode mode) => mode is PlayMode.Generate or PlayMode.Hold;

    private static bool IsDue(in DecisionPoint moment, out DueAnswer turn)
    {
        switch (moment.Controls.Mode)
        {
            case PlayMode.Trade:
                return TradeMode.IsDue(moment, out turn);
            case PlayMode.Generate:
                return GenerateMode.IsDue(moment, out turn);
            case PlayMode.Vary:
                return VaryMode.IsDue(moment, out turn);
            case PlayMode.Hold:
                return HoldMode.IsDue(moment, out turn);
            default:
                return ContinueMode.IsDue(moment, out turn);
        }
    }

    private void Grant(in DueAnswer turn, bool takesBack, in DecisionPoint moment)
    {
        if (!takesBack)
            SendStop(turn.Start - 1);
        else if (turn.From == AnswerFrom.Take)
            _takes.StepBack();
        else
            _takesOfPhrase++;
        _cutsOff = IsAnswering;
        Ask(turn, takesBack, moment);
    }

    private void Ask(in DueAnswer turn, bool takesBack, in DecisionPoint moment)
    {
        bool endsPhrase = turn.From is AnswerFrom.Heard or AnswerFrom.Phrase;
        if (endsPhrase && moment.Controls.Mode == PlayMode.Trade)
        {
            // The player's turn is over, also for keys that are still down.
            _listener.EndHeld(turn.Start);
            TellHeard();
        }
        if (!takesBack && turn.From != AnswerFrom.Take)
            _takesOfPhrase = 0;
        // An answer that another follows at once goes over into it, unless each is to come home.
        bool closes = turn.From != AnswerFrom.Alone || moment.Controls.Answer.EndsOnTonic;
        bool sent = _requests.Send(new()
        {
            Kind = RequestKind.Answer,
            Tick = turn.Start,
            End = turn.End,
            BarLine = moment.Span.BarLineBefore(turn.Start),
            Meter = moment.Span.Meter,
            From = turn.From,
            TakesBack = takesBack,
            Take = turn.Take,
            Answer = ++_answer,
            Controls = moment.Controls.Answer with { Seed = moment.Controls.Answer.Seed + _takesOfPhrase, Closes = closes },
        });
        if (endsPhrase)
            _listener.EndPhrase();
        if (!sent)
            return;
        (_start, _end, _meter, _isTake, IsAnswering) = (turn.Start, turn.End, moment.Span.Meter, turn.From == AnswerFrom.Take, true);
        if (!_isTake)
            _takes.Add(new(_answer, (int)(_start - moment.Span.BarLineBefore(_start)), (int)(_end - _start), _meter));
        _scheduler.Expect(_answer, _start);
    }

    private void EndPhrase(in DecisionPoint moment)
    {
        if (!PhraseDetector.TryGetEnd(_listener, moment.Controls.RestTicks, moment.Span.Meter.BarTicks, out long end) || moment.Tick < end)
            return;
        _listener.EndPhrase();
        _requests.Send(new() { Kind = RequestKind.PhraseEnd });
    }

    /// <summary>[audio] Tells the composer of the played notes that have ended.</summary>
    public void TellHeard()
    {
        while (_listener.TryTake(out var note))
            _requests.Send(note);
    }

    private void SendStop(long lastTick) => _requests.Send(new() { Kind = RequestKind.Stop, Answer = _answer, Tick = lastTick });
}
