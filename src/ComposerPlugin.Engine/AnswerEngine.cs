using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Hears the player, asks for answers and plays them, in the order of time. The caller opens a block, then hands over each event
/// after <see cref="AdvanceTo"/> its frame, then closes the block; between these calls it passes <see cref="Output"/> on.
/// </summary>
/// <remarks>
/// Each tick has two moments. At the tick itself its notes sound. Half a tick later it is closed: every played note that belongs to it has
/// been heard, and what follows from that is decided. Both fall on the same frames at every block size. What the player silences before its tick
/// is closed counts as never played, so that it does not matter where around the tick a host puts the player's note.
/// </remarks>
public sealed class AnswerEngine
{
    // After so many bars without a sound, a player whom no host leads begins anew with a downbeat.
    private const int BarsOfSilence = 2;

    private readonly ComposeRequests _requests;
    private readonly Listener _listener = new();
    private readonly SoundingNotes _sounding;
    private readonly AnswerPlanner _responder;
    private readonly Transport _transport = new();
    private readonly StyleChangeSchedule _style = new();
    private BlockSpan _span;
    private PlayControls _controls;
    private bool _hasControls;
    private bool _hasBegun;
    private double _sampleRate = 48000;
    private int _frame;
    private long _tick;
    private bool _tickSounded;

    /// <summary>Talks to a composer through these queues.</summary>
    public AnswerEngine(SpscQueue<ComposeRequest>.Producer requests, SpscQueue<ComposeReply>.Consumer replies, Counters counters)
    {
        _requests = new(requests, counters);
        _sounding = new(Output);
        _responder = new(_requests, _listener, _sounding, new(replies, _sounding, counters));
    }

    /// <summary>[audio] What the host must be given; the caller clears it.</summary>
    public OutputNotes Output { get; } = new();

    /// <summary>[audio] Whether an answer is asked for or sounds.</summary>
    public bool IsAnswering => _responder.IsAnswering;

    /// <summary>[audio] Opens a block.</summary>
    /// <param name="host">The host's time at its first frame.</param>
    /// <param name="frames">Its length; may be 0.</param>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="controls">The controls in this block.</param>
    /// <param name="offline">Whether the host renders offline.</param>
    public void Begin(in HostTime host, int frames, double sampleRate, in PlayControls controls, bool offline)
    {
        _requests.IsOffline = offline;
        _sampleRate = sampleRate;
        _frame = 0;
        var before = _span;
        _span = _transport.Advance(host, frames, sampleRate);
        if (_span.Restarted)
            RestartWithHost();
        else if (IsAnswering && _span.Meter != before.Meter)
            _responder.FollowMeter(_span, 0, LastClosed);
        else if (IsAnswering && !IsOnGridOf(before))
            _responder.Stop(0, LastClosed);
        Change(controls);
    }

    /// <summary>[audio] The controls change at the frame that was advanced to. A bypass ends the answer.</summary>
    public void Change(in PlayControls controls)
    {
        bool bypassed = controls.Bypass && !_controls.Bypass;
        if (_hasControls && controls.Mode != _controls.Mode)
            _responder.Wake();
        (_controls, _hasControls) = (controls, true);
        if (bypassed)
            Restart();
        if (_style.IsOther(controls.Style) && _requests.Send(new() { Kind = RequestKind.ChooseStyle, Tick = _tick, Style = controls.Style }))
            _style.Announce(controls.Style, _tick, _span.SecondsPerTick(_sampleRate));
    }

    /// <summary>[audio] Plays what comes before an event at a frame.</summary>
    public void AdvanceTo(int frame)
    {
        // An event on a tick is heard before the tick's notes sound, so that an answer gives way without a blip.
        while (IsDue(frame))
            PassMoment();
        _frame = frame;
    }

    /// <summary>[audio] A key goes down: an answer to a phrase gives way; one that has its own bars plays on.</summary>
    public void Press(int frame, byte channel, Pitch pitch, byte velocity)
    {
        if (_controls.Bypass)
            return;
        if (IsAnswering && _controls.Mode is PlayMode.Continue or PlayMode.Vary)
            _responder.Stop(frame, LastClosed);
        _responder.Wake();
        double position = _span.PositionOf(frame);
        if (BeginsAnew(position))
            _span = _transport.BeginBars(Ticks.Nearest(position));
        _hasBegun = true;
        _listener.Press(position, _span, _controls.Answer.Grid, channel, pitch, velocity);
        _responder.TellHeard();
    }

    /// <summary>[audio] A key comes up.</summary>
    public void Release(int frame, byte channel, Pitch pitch)
    {
        _listener.Release(_span.PositionOf(frame), _span, _controls.Answer.Grid, channel, pitch);
        _responder.TellHeard();
    }

    /// <summary>[audio] A take is wished for, kept, or a phrase captured, at the frame that was advanced to.</summary>
    public void Trigger(TakeTrigger trigger) => _responder.Trigger(trigger);

    /// <summary>[audio] Plays what is left of the block.</summary>
    public void End()
    {
        while (_span.FrameOf(Math.Min(_responder.Next, TickMoment)) < _span.Frames)
            PassMoment();
    }

    /// <summary>[main, inactive] The host switches on again: what still sounded when it switched off ends in the first block.</summary>
    public void Activate()
    {
        _frame = 0;
        _hasControls = false;
        RestartWithHost();
    }

    /// <summary>[audio] All of the player's music and of the answer is over; what sounds ends at the frame that was advanced to.</summary>
    public void Restart()
    {
        _responder.Restart(_frame);
        _listener.Restart();
        _hasBegun = false;
        _tick = Math.Max(_tick, (long)Math.Ceiling(_span.Start));
        _tickSounded = false;
    }

    private void RestartWithHost()
    {
        Restart();
        _responder.Rest();
    }

    private bool BeginsAnew(double position) => !_span.Follows && !IsAnswering && _listener.IsSilent
        && (!_hasBegun || position - Math.Max(_listener.LastRelease, _responder.AnswerEnd) > BarsOfSilence * _span.Meter.BarTicks);

    // A loop of odd length moves the bar lines off the grid on which the answer was written.
    private bool IsOnGridOf(in BlockSpan before)
    {
        long moved = _span.LoopedTo(_responder.AnswerStart).BarLine - before.LoopedTo(_responder.AnswerStart).BarLine;
        if (_span.Meter == before.Meter && moved % _span.Meter.BarTicks == 0)
            return true;
        moved %= Ticks.PerQuarter;
        return _controls.Answer.Grid.Contains((int)(moved < 0 ? moved + Ticks.PerQuarter : moved));
    }

    private double ClosePosition => _tick + 0.5 - Ticks.TieBias;

    // The tick itself, or, once it has sounded, where it is closed.
    private double TickMoment => _tickSounded ? ClosePosition : _tick;

    private long LastClosed => _tick - 1;

    private bool IsDue(int frame)
    {
        double between = _responder.Next;
        if (between < TickMoment)
            return _span.FrameOf(between) < frame;
        return _tickSounded ? _span.FrameOf(ClosePosition) <= frame : _span.FrameOf(_tick) < frame;
    }

    private void PassMoment()
    {
        double between = _responder.Next;
        if (between < TickMoment)
        {
            SoundThrough(between);
            return;
        }
        if (_tickSounded)
        {
            if (_style.IsDue(_tick) && _requests.Send(new() { Kind = RequestKind.ChangeStyle, Tick = _tick, Waits = _requests.IsOffline }))
                _style.Change();
            int horizon = PhraseDetector.HorizonTicks(_span.SecondsPerTick(_sampleRate)) + (_controls.Timing == TimingFrom.Player ? Groove.MostAhead : 0);
            _responder.Close(_tick++, horizon, _span, _controls);
        }
        else
        {
            _responder.Take(_tick, FrameOf(_tick), _span, Groove.Of(_controls, _span.Meter, _listener.Timing));
            SoundThrough(_tick);
        }
        _tickSounded = !_tickSounded;
    }

    private void SoundThrough(double position) =>
        _responder.SoundThrough(position, FrameOf(position), _controls.Channel < 0 ? _listener.Channel : (byte)_controls.Channel);

    private int FrameOf(double position) => Math.Min((int)_span.FrameOf(position), Math.Max(_span.Frames - 1, 0));
}
