using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The audio thread's work: four stages in a fixed order. <see cref="Transport"/> maps the host's time to ticks,
/// <see cref="Listener"/> sends what is played to the worker, <see cref="AnswerPlanner"/> requests answers, <see cref="Scheduler"/>
/// plays them. The caller begins a block, passes each event after <see cref="AdvanceTo"/> its frame, and ends the block; between these
/// calls it empties <see cref="Output"/>. Then it has the state reported to the window.
/// </summary>
/// <remarks>
/// Every tick is handled twice. At its own position its notes sound. Half a tick later it is finalized: every played note that belongs to
/// it is known, and what follows is decided. Both fall on the same frames at every block size. What the player cancels before its tick is
/// finalized counts as never played, so that it does not matter where around the tick a host puts the player's note.
/// </remarks>
public sealed class AnswerEngine
{
    // While the host is stopped, the first note after so many silent bars is a downbeat.
    private const int BarsOfSilence = 2;

    private readonly ComposeRequests _requests;
    private readonly SpscQueue<TakeEdit>.Consumer? _edits;
    private readonly LatestValue<LoadedTakes>? _loadedTakes;
    private readonly LatestValue<RecallTargets> _recallTargets = new();
    private readonly Transport _transport = new();
    private readonly Listener _listener;
    private readonly AnswerPlanner _planner;
    private readonly Scheduler _scheduler;
    private readonly WindowFeed? _window;
    private readonly Counters _counters;
    private readonly StyleChangeSchedule _style = new();
    private BlockSpan _span;
    private PlayControls _controls;
    private bool _hasControls;
    private bool _hasPlayed;
    private double _sampleRate = 48000;
    private int _frame;
    private long _tick;
    private bool _hasSounded;
    private RecallTargets _targets;
    private int _transportNotice;
    private long _edited;
    private int _seenTakes;
    private LoadedTakes _loaded;

    // Where the host last started, stopped, jumped or looped, in ticks.
    private double _hostMoved = double.NegativeInfinity;

    /// <summary>Exchanges messages with a worker through these queues.</summary>
    /// <param name="requests">The requests to the worker.</param>
    /// <param name="replies">Its replies.</param>
    /// <param name="counters">The instance's counters.</param>
    /// <param name="window">What it reports to a window; null for none.</param>
    /// <param name="edits">What the musician does with takes in the window; null if there is none.</param>
    /// <param name="loadedTakes">The kept takes of the last loaded project; null if none is loaded.</param>
    public AnswerEngine(
        SpscQueue<ComposeRequest>.Producer requests, SpscQueue<ComposeReply>.Consumer replies, Counters counters,
        WindowFeed? window = null, SpscQueue<TakeEdit>.Consumer? edits = null, LatestValue<LoadedTakes>? loadedTakes = null)
    {
        (_edits, _loadedTakes) = (edits, loadedTakes);
        _requests = new(requests, counters, Patience);
        _listener = new(_requests, window);
        _planner = new(_requests);
        _scheduler = new(replies, Output, counters, Patience, window);
        _window = window;
        _counters = counters;
    }

    /// <summary>[audio] The notes to give to the host; the caller clears them.</summary>
    public OutputNotes Output { get; } = new();

    /// <summary>[any] How long an offline render waits for the worker.</summary>
    public Patience Patience { get; } = new();

    /// <summary>[audio] Whether an answer is requested or sounds.</summary>
    public bool IsAnswering => _planner.IsAnswering;

    /// <summary>[any] What in the host's time cannot be played as it is, as of the last block.</summary>
    public TransportNotice TransportNotice => (TransportNotice)Volatile.Read(ref _transportNotice);

    /// <summary>[any but audio] Which takes can be played again, as of the last block.</summary>
    public RecallTargets RecallTargets => _recallTargets.Read();

    /// <summary>[audio] Begins a block.</summary>
    /// <param name="host">The host's time at its first frame.</param>
    /// <param name="frames">Its length; may be 0.</param>
    /// <param name="sampleRate">Frames per second.</param>
    /// <param name="controls">The controls at its first frame.</param>
    /// <param name="offline">Whether the host renders offline.</param>
    /// <param name="lead">How far the host is ahead of the clock, in seconds (<see cref="RenderLead"/>).</param>
    public void Begin(in HostTime host, int frames, double sampleRate, in PlayControls controls, bool offline, double lead = 0)
    {
        ThreadCheck.Audio();
        _scheduler.BeginBlock(lead);
        _requests.IsOffline = offline;
        _sampleRate = sampleRate;
        _frame = 0;
        var before = _span;
        _span = _transport.Advance(host, frames, sampleRate);
        _listener.SecondsPerTick = _span.SecondsPerTick(sampleRate);
        Volatile.Write(ref _transportNotice, (int)_transport.Notice);
        if (_span.Restarted || _span.LoopsAt != before.LoopsAt)
            _hostMoved = _span.Start;
        if (_span.Restarted)
            RestartWithHost(_span.Start);
        else if (IsAnswering && !(_span.Meter == before.Meter ? IsOnGridOf(before) : _planner.FollowMeter(_span)))
            StopAnswer(0);
        ReceiveEdits();
        Change(controls);
    }

    /// <summary>[audio] The controls change at the frame advanced to. Bypass stops the answer.</summary>
    public void Change(in PlayControls controls)
    {
        bool isBypassed = controls.Bypass && !_controls.Bypass;
        if (_hasControls && controls.Mode != _controls.Mode)
            _planner.Wake();
        if (_hasControls && controls.AutoApply && _controls.AutoApply)
            _planner.ApplyControls(_controls.Answer, controls.Answer);
        (_controls, _hasControls) = (controls, true);
        _listener.FindsGrid = controls.FindsGrid;
        // Free is as in versions without the control.
        _listener.KeepsRegister = controls.Answer.Form != AnswerForm.Free;
        if (isBypassed)
            Restart();
        if (_style.IsOther(controls.Style) && _requests.Send(new() { Kind = RequestKind.ChooseStyle, Style = controls.Style }))
            _style.Announce(controls.Style, _tick, _span.SecondsPerTick(_sampleRate));
    }

    /// <summary>[audio] Plays what comes before an event at a frame.</summary>
    public void AdvanceTo(int frame)
    {
        // Input events at this frame are handled before its notes begin, so that a key press cancels an answer's note before it sounds.
        while (_span.FrameOf(NextPosition) is var next && (IsFinalizing ? next <= frame : next < frame))
            HandleNext();
        _frame = frame;
    }

    /// <summary>[audio] Handles a note-on: in Continue and Vary it stops the answer.</summary>
    public void NoteOn(int frame, byte channel, Pitch pitch, byte velocity)
    {
        ThreadCheck.Audio();
        if (_controls.Bypass)
            return;
        if (IsAnswering && _planner.ModeOf(_controls).StopsForPlayer)
            StopForPlayer(frame);
        _planner.NoteOn();
        double position = _span.PositionOf(frame);
        if (StartsAgain(position))
            _span = _transport.BeginBars(Ticks.Nearest(position));
        _hasPlayed = true;
        _listener.NoteOn(position, _span, PresentGrid, channel, pitch, velocity);
    }

    /// <summary>[audio] Handles a note-off.</summary>
    public void NoteOff(int frame, byte channel, Pitch pitch)
    {
        ThreadCheck.Audio();
        _listener.NoteOff(_span.PositionOf(frame), _span, PresentGrid, channel, pitch);
    }

    /// <summary>[audio] A sustain pedal moves, at the frame advanced to: it holds notes, and the phrase, as it holds their sound.</summary>
    public void Pedal(int frame, byte channel, bool isDown)
    {
        ThreadCheck.Audio();
        _listener.Pedal(_span.PositionOf(frame), _span, PresentGrid, channel, isDown);
    }

    /// <summary>
    /// [audio] Handles all notes off, all sound off and their like on a channel, at the frame advanced to. The answer stops, on whatever
    /// channel it plays, and none begins without the musician; the keys of the channel count as released.
    /// </summary>
    public void Panic(int frame, byte channel)
    {
        ThreadCheck.Audio();
        double position = _span.PositionOf(frame);
        long lastPlayed = _scheduler.Stop(position, frame, LastFinal);
        // Some hosts send these on all channels when they start, jump or loop: then modes that play alone go on.
        bool isOfHost = position - _hostMoved <= LookAhead.Ticks(_span.SecondsPerTick(_sampleRate));
        _planner.Panic(lastPlayed, mayPlayAlone: isOfHost);
        _listener.EndChannel(position, _span, PresentGrid, channel);
    }

    /// <summary>[audio] Whether the player holds a key of a channel.</summary>
    public bool HoldsKey(byte channel) => _listener.HoldsKey(channel);

    /// <summary>[audio] Handles a trigger at the frame advanced to.</summary>
    public void Trigger(TakeTrigger trigger)
    {
        ThreadCheck.Audio();
        _listener.SendAllEnded();
        _planner.Trigger(trigger);
    }

    /// <summary>[audio] The host names a chord.</summary>
    /// <param name="frame">The frame from which it applies.</param>
    /// <param name="root">Its root.</param>
    /// <param name="bass">The pitch class of its bass note, 0 to 11.</param>
    /// <param name="tones">Its pitch classes relative to the root, as bits; 0: no chord.</param>
    public void Chord(int frame, Pitch root, byte bass, ushort tones)
    {
        ThreadCheck.Audio();
        _window?.Chord(_span.PositionOf(frame), root, bass, tones);
    }

    /// <summary>[audio] Plays a take again, at the frame advanced to; nothing happens if there is none.</summary>
    /// <param name="value">From 1: the last takes, the newest first; then the kept ones, the oldest first.</param>
    public void Recall(int value)
    {
        ThreadCheck.Audio();
        _planner.Recall(value);
    }

    /// <summary>[audio] Plays the rest of the block.</summary>
    public void End()
    {
        ThreadCheck.Audio();
        while (_span.FrameOf(NextPosition) < _span.Frames)
            HandleNext();
        if (_planner.Takes.TryRead(ref _targets))
            _recallTargets.Write(_targets);
    }

    /// <summary>[audio] Reports the state at the end of the block to the window.</summary>
    /// <param name="sentNotes">How many notes of answers the host has accepted so far.</param>
    /// <param name="hasOutput">Whether the host takes events.</param>
    public void Report(long sentNotes, bool hasOutput)
    {
        ThreadCheck.Audio();
        if (_window is null)
            return;
        var bars = _span.BarsAt(_span.End);
        _window.Write(new()
        {
            Position = _span.End,
            IsPlaying = _span.Follows,
            Tempo = _transport.Tempo,
            Bars = bars with { BarLine = bars.BarLineBefore(_span.End) },
            BarNumber = _span.HostBarAt(_span.End),
            Mode = _controls.Mode,
            IsAnswering = IsAnswering,
            Answer = _planner.Answer,
            HearsPhrase = _listener.Phrase.Notes > 0,
            PlayedNotes = _listener.PlayedNotes,
            SentNotes = sentNotes,
            HasOutput = hasOutput,
            CurrentTake = _planner.CurrentTake,
        });
    }

    /// <summary>[main, inactive] The host activates the plugin: what sounded when it was deactivated ends in the first block.</summary>
    public void Activate()
    {
        ThreadCheck.Main();
        _frame = 0;
        _hasControls = false;
        _listener.Activate();
        RestartWithHost(_span.End);
    }

    /// <summary>[audio] The host processes again after it had stopped to: what sounded then ends in the next block.</summary>
    public void Resume()
    {
        ThreadCheck.Audio();
        _frame = 0;
        RestartWithHost(_span.End);
    }

    /// <summary>[audio] Resets: phrase and answer are over; what sounds ends at the frame advanced to.</summary>
    public void Restart() => Restart(_span.PositionOf(_frame));

    private void Restart(double position)
    {
        _scheduler.Stop(position, _frame, LastFinal);
        _planner.Restart();
        _listener.Restart(position);
        _hasPlayed = false;
        _tick = Math.Max(_tick, (long)Math.Ceiling(_span.Start));
        _hasSounded = false;
    }

    private void RestartWithHost(double position)
    {
        Restart(position);
        _planner.WaitForHost();
        _window?.Restarted(position);
    }

    private void ReceiveEdits()
    {
        bool isLoaded = _loadedTakes is not null && _loadedTakes.TryRead(ref _seenTakes, ref _loaded);
        for (; _edits is not null && _edits.TryPop(out var edit); _edited++)
        {
            // The edits before it belong to the project that it replaces.
            if (isLoaded && _edited >= _loaded.After)
            {
                _planner.Takes.Kept.Load(_loaded);
                isLoaded = false;
            }
            if (edit.Kind == TakeEditKind.UsePhrase)
                _listener.Phrase.End();
            _planner.Edit(edit);
        }
        if (isLoaded)
            _planner.Takes.Kept.Load(_loaded);
    }

    private void StopAnswer(int frame)
    {
        if (_planner.Stop(_scheduler.Stop(_span.PositionOf(frame), frame, LastFinal)))
            _listener.Phrase.Resume();
    }

    // The player goes on: an answer that came before the rest was too early, and the phrase is the same.
    private void StopForPlayer(int frame)
    {
        StopAnswer(frame);
        long end = _listener.Phrase.EndAfterRest(_controls.RestTicks, _span.Meter.BarTicks);
        if (_planner.IsEarly && Ticks.Nearest(_span.PositionOf(frame)) < end)
            _listener.Phrase.Resume();
    }

    private bool StartsAgain(double position) => !_span.Follows && !IsAnswering && _listener.Phrase.IsSilent
        && (!_hasPlayed || position - Math.Max(_listener.Phrase.LastNoteOff, _planner.Answer.End) > BarsOfSilence * _span.Meter.BarTicks);

    // A loop that is not a whole number of bars moves the bar lines off the grid on which the answer was composed.
    private bool IsOnGridOf(in BlockSpan before)
    {
        long start = _planner.Answer.Start;
        var was = before.BarsAt(start);
        var now = _span.BarsAt(start);
        var quarters = was with { Meter = new(1, 4) };
        return was.BarPositionOf(now.BarLine) == 0 || quarters.IsOnGrid(now.BarLine, PresentGrid);
    }

    // The controls, with the grid that was found.
    private PlayControls Present => _listener.Found is { } found
        ? _controls with { Answer = _controls.Answer with { Grid = found.Grid } }
        : _controls;

    private Grid PresentGrid => _listener.Found?.Grid ?? _controls.Answer.Grid;

    private long LastFinal => _tick - 1;

    // A tick's own position, or, once its notes sound, the position at which it is finalized.
    private double TickPosition => _hasSounded ? _tick + 0.5 - Ticks.TieBias : _tick;

    private double NextPosition => Math.Min(_scheduler.Next, TickPosition);

    private bool IsFinalizing => _hasSounded && _scheduler.Next >= TickPosition;

    private void HandleNext()
    {
        if (_scheduler.Next < TickPosition)
        {
            PlayThrough(_scheduler.Next);
            return;
        }
        if (_hasSounded)
            FinalizeTick(_tick++);
        else
            SoundTick(_tick);
        _hasSounded = !_hasSounded;
    }

    private void SoundTick(long tick)
    {
        var groove = Groove.Of(Present, _span.Meter, _listener.Timing, _listener.Found);
        _scheduler.Receive(tick, FrameOf(tick), _span, groove, _requests.IsOffline);
        PlayThrough(tick);
    }

    private void FinalizeTick(long tick)
    {
        if (_style.IsDue(tick) && _requests.Send(new() { Kind = RequestKind.ChangeStyle, Waits = _requests.IsOffline }))
        {
            _style.Change();
            if (_controls.AutoApply)
                _planner.ApplyControls();
        }
        _scheduler.Settle();
        _listener.LetGoOld(tick, _span.Meter.BarTicks);
        int lookAhead = LookAhead.Ticks(_span.SecondsPerTick(_sampleRate));
        if (_controls.Timing == TimingSource.Player)
            lookAhead += Groove.MostAhead;
        _listener.SendInRest(tick);
        if (_planner.Decide(tick, lookAhead, _span, Present, _listener.Phrase, out var request))
            Request(request, tick);
        ReportHold(tick);
    }

    // In modes that wait for the end of the phrase.
    private void ReportHold(long tick)
    {
        bool waits = !_controls.Bypass && !IsAnswering && _planner.ModeOf(_controls).StopsForPlayer
            && _listener.Phrase.IsHeldUp(tick, _controls.RestTicks, _span.Meter.BarTicks);
        _counters.Hold = !waits ? Counters.NoHold : _listener.HeldKey is { } key ? key.Number : Counters.PedalHolds;
    }

    private void Request(in ComposeRequest request, long tick)
    {
        if (request.EndsPhrase)
        {
            if (_planner.IsEarly || _planner.ModeOf(_controls).EndsHeldNotes)
                _listener.EndAllHeld(request.Answer.Start);
            else if (_listener.Phrase.TryGetEnd(_controls.RestTicks, _span.Meter.BarTicks, out long end) && end <= request.Answer.Start)
                _listener.LetGoAll(tick);
        }
        _listener.SendAllEnded();
        if (request.EndsPhrase)
            _listener.Phrase.End();
        if (!_requests.Send(request))
            return;
        _planner.Confirm(request);
        _scheduler.Expect(request.Answer, _planner.CutsOff);
    }

    private void PlayThrough(double position) =>
        _scheduler.PlayThrough(position, FrameOf(position), _controls.Channel < 0 ? _listener.Channel : (byte)_controls.Channel);

    private int FrameOf(double position) => Math.Min((int)_span.FrameOf(position), Math.Max(_span.Frames - 1, 0));
}
