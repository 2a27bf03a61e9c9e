using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Hears the player, asks for answers and plays them, in the order of time. The caller opens a block, then hands over each event
/// after <see cref="AdvanceTo"/> its frame, then closes the block; between these calls it passes <see cref="Output"/> on.
/// </summary>
/// <remarks>
/// Each tick has two moments. At the tick itself its notes sound. Half a tick later it is closed: every played note that belongs to it has
/// been heard, and what follows from that is decided. Both fall on the same frames at every block size.
/// </remarks>
public sealed class Performer
{
    private readonly SpscQueue<ComposeRequest>.Producer _requests;
    private readonly Counters _counters;
    private readonly Listener _listener = new();
    private readonly SoundingNotes _sounding;
    private readonly Scheduler _scheduler;
    private readonly Transport _transport = new();
    private readonly StyleSwitch _style = new();
    private BlockSpan _span;
    private PlayControls _controls;
    private bool _offline;
    private double _sampleRate = 48000;
    private int _frame;
    private long _tick;
    private bool _tickSounded;
    private int _answer;
    private bool _answering;
    private long _answerEnd;

    /// <summary>Talks to a composer through these queues.</summary>
    public Performer(SpscQueue<ComposeRequest>.Producer requests, SpscQueue<ComposeReply>.Consumer replies, Counters counters)
    {
        _requests = requests;
        _counters = counters;
        _sounding = new(Output);
        _scheduler = new(replies, _sounding, counters);
    }

    /// <summary>[audio] What the host must be given; the caller clears it.</summary>
    public OutputNotes Output { get; } = new();

    /// <summary>[audio] Whether an answer is asked for or sounds.</summary>
    public bool IsAnswering => _answering;

    /// <summary>[audio] Opens a block.</summary>
    /// <param name="host">The host's time at its first frame.</param>
    /// <param name="frames">Its length; may be 0.</param>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="controls">The controls in this block.</param>
    /// <param name="offline">Whether the host renders offline.</param>
    public void Begin(in HostTime host, int frames, double sampleRate, in PlayControls controls, bool offline)
    {
        _offline = offline;
        _sampleRate = sampleRate;
        _frame = 0;
        var before = _span;
        _span = _transport.Advance(host, frames, sampleRate);
        if (_span.Restarted)
            Restart();
        else if (_answering && !IsOnGridOf(before))
            StopAnswer(0);
        Change(controls);
    }

    /// <summary>[audio] The controls change at the frame that was advanced to. A bypass ends the answer.</summary>
    public void Change(in PlayControls controls)
    {
        bool bypassed = controls.Bypass && !_controls.Bypass;
        _controls = controls;
        if (bypassed)
            Restart();
        if (_style.IsOther(controls.Style) && Send(new() { Kind = RequestKind.ChooseStyle, Tick = _tick, Style = controls.Style }))
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

    /// <summary>[audio] A key goes down: an answer that sounds gives way.</summary>
    public void Press(int frame, byte channel, Pitch pitch, byte velocity)
    {
        if (_controls.Bypass)
            return;
        if (_answering)
            StopAnswer(frame);
        _listener.Press(_span.PositionOf(frame), _span, _controls.Answer.Grid, channel, pitch, velocity);
        SendHeard();
    }

    /// <summary>[audio] A key comes up.</summary>
    public void Release(int frame, byte channel, Pitch pitch)
    {
        _listener.Release(_span.PositionOf(frame), _span, _controls.Answer.Grid, channel, pitch);
        SendHeard();
    }

    /// <summary>[audio] Plays what is left of the block.</summary>
    public void End()
    {
        while (_span.FrameOf(Math.Min(Between, TickMoment)) < _span.Frames)
            PassMoment();
    }

    /// <summary>[main, inactive] The host switches on again: what still sounded when it switched off ends in the first block.</summary>
    public void Activate()
    {
        _frame = 0;
        Restart();
    }

    /// <summary>[audio] All of the player's music and of the answer is over; what sounds ends at the frame that was advanced to.</summary>
    public void Restart()
    {
        _sounding.EndAll(_frame);
        _scheduler.Cancel();
        _listener.Restart();
        _answering = false;
        _tick = Math.Max(_tick, (long)Math.Ceiling(_span.Start));
        _tickSounded = false;
        Send(new() { Kind = RequestKind.Restart });
    }

    // A loop of odd length moves the bar lines off the grid on which the answer was written.
    private bool IsOnGridOf(in BlockSpan before)
    {
        long moved = _span.BarLine - before.BarLine;
        if (_span.Meter == before.Meter && moved % _span.Meter.BarTicks == 0)
            return true;
        moved %= Ticks.PerQuarter;
        return _controls.Answer.Grid.Contains((int)(moved < 0 ? moved + Ticks.PerQuarter : moved));
    }

    private double ClosePosition => _tick + 0.5 - Ticks.TieBias;

    // The tick itself, or, once it has sounded, where it is closed.
    private double TickMoment => _tickSounded ? ClosePosition : _tick;

    // Where the groove lets the next note begin or end.
    private double Between => Math.Min(_scheduler.Next, _sounding.NextEnd);

    private bool IsDue(int frame)
    {
        double between = Between;
        if (between < TickMoment)
            return _span.FrameOf(between) < frame;
        return _tickSounded ? _span.FrameOf(ClosePosition) <= frame : _span.FrameOf(_tick) < frame;
    }

    private void PassMoment()
    {
        double between = Between;
        if (between < TickMoment)
        {
            SoundThrough(between);
            return;
        }
        if (_tickSounded)
        {
            Close(_tick);
            _tick++;
        }
        else
        {
            Sound(_tick);
        }
        _tickSounded = !_tickSounded;
    }

    private void Sound(long tick)
    {
        _scheduler.Take(tick, _span, Groove.Of(_controls, _span.Meter, _listener.Timing), _offline);
        SoundThrough(tick);
    }

    private void SoundThrough(double position)
    {
        int frame = Math.Min((int)_span.FrameOf(position), Math.Max(_span.Frames - 1, 0));
        _sounding.EndThrough(position, frame);
        _scheduler.PlayThrough(position, frame, _controls.Channel < 0 ? _listener.Channel : (byte)_controls.Channel);
    }

    private void Close(long tick)
    {
        if (_style.IsDue(tick) && Send(new() { Kind = RequestKind.ChangeStyle, Tick = tick, Waits = _offline }))
            _style.Change();
        if (_answering && tick >= _answerEnd)
            _answering = false;
        int horizon = PhraseDetector.HorizonTicks(_span.SecondsPerTick(_sampleRate)) + (_controls.Timing == TimingFrom.Player ? Groove.MostAhead : 0);
        if (!_answering && !_controls.Bypass && PhraseDetector.IsAnswerDue(_listener, tick, horizon, _span, _controls, out long start))
            Ask(start);
    }

    private void Ask(long start)
    {
        _answerEnd = start + ((long)_controls.AnswerBars * _span.Meter.BarTicks);
        _answering = Send(new()
        {
            Kind = RequestKind.Answer,
            Tick = start,
            End = _answerEnd,
            BarLine = _span.BarLine,
            Meter = _span.Meter,
            Answer = ++_answer,
            Controls = _controls.Answer,
        });
        _listener.BeginPhrase();
        if (_answering)
            _scheduler.Expect(_answer);
    }

    private void StopAnswer(int frame)
    {
        long last = _scheduler.LastBegun(_tickSounded ? _tick : _tick - 1);
        _answering = false;
        _scheduler.Cancel();
        _sounding.EndAll(frame);
        Send(new() { Kind = RequestKind.Stop, Answer = _answer, Tick = last });
    }

    private void SendHeard()
    {
        while (_listener.TryTake(out var note))
            Send(note);
    }

    private bool Send(in ComposeRequest request)
    {
        bool sent = _requests.TryPush(request);
        while (!sent && _offline)
        {
            Thread.Yield();
            sent = _requests.TryPush(request);
        }
        if (!sent)
            _counters.CountDroppedRequest();
        return sent;
    }
}
