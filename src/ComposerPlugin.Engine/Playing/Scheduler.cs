using System.Diagnostics;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Receives an answer's notes from the worker and plays each at the position that the groove gives its tick. Late notes are dropped
/// and counted.
/// </summary>
public sealed class Scheduler
{
    private readonly SpscQueue<ComposeReply>.Consumer _replies;
    private readonly SoundingNotes _sounding;
    private readonly Counters _counters;
    private readonly WindowFeed? _window;
    private readonly Patience _patience;
    private readonly ScheduledNotes _scheduled = new();
    private ComposeReply _next;
    private bool _hasNext;

    // The number of the note in its answer: replies of one answer come in order.
    private int _nextIndex;
    private int _nextAnswerId;
    private AnswerBounds _answer;
    private int _previousId;
    private bool _cutsOff;
    private bool _isComplete = true;

    // Until when this block may wait for a note because the host is ahead of the clock; and whether a wait for this answer was in vain.
    private long _mayWaitUntil;
    private bool _hasWaited;

    // Whether an offline render has gone on without the current answer.
    private bool _isMissed;
    private long _lastBegun = long.MinValue;
    private long _firstUnsettled = long.MaxValue;

    // The last tick whose notes were received.
    private long _received = long.MinValue;

    /// <summary>Receives from that queue, plays into that output, and reports to a window.</summary>
    public Scheduler(
        SpscQueue<ComposeReply>.Consumer replies, OutputNotes output, Counters counters, Patience patience, WindowFeed? window = null)
    {
        _replies = replies;
        _sounding = new(output, window);
        _counters = counters;
        _patience = patience;
        _window = window;
    }

    /// <summary>
    /// [audio] The position at which the next note begins or ends, in ticks, or an earlier one; infinite if none is known.
    /// </summary>
    public double Next => Math.Min(_scheduled.Next, _sounding.NextEnd);

    /// <summary>
    /// [audio] From its start, the notes of this answer are played; before it, those of the answer before, if that is not complete.
    /// </summary>
    /// <param name="answer">The requested answer.</param>
    /// <param name="cutsOff">Whether what sounds at its start ends there.</param>
    public void Expect(in AnswerBounds answer, bool cutsOff)
    {
        if (_window is not null && !_isComplete)
            ReportReplaced(_window, answer);
        _previousId = _isComplete ? 0 : _answer.Id;
        (_answer, _cutsOff, _isComplete) = (answer, cutsOff, false);
        _hasWaited = _isMissed = false;
    }

    /// <summary>[audio] Ends what sounds, cancels what is scheduled, and expects nothing more.</summary>
    /// <param name="position">The position of the note-offs, in ticks.</param>
    /// <param name="frame">Their frame.</param>
    /// <param name="lastFinal">The last finalized tick.</param>
    /// <returns>The last tick whose notes count as played.</returns>
    public long Stop(double position, int frame, long lastFinal)
    {
        // A note may sound ahead of its tick or behind it.
        long lastPlayed = Math.Min(Math.Max(lastFinal, _lastBegun), Math.Min(_scheduled.NextOnset, _firstUnsettled) - 1);
        if (_window is not null)
            ReportStopped(_window, Math.Min(lastPlayed + 1, _scheduled.FirstOnset()));
        _isComplete = true;
        _cutsOff = false;
        _scheduled.Clear();
        _sounding.EndAll(position, frame);
        return lastPlayed;
    }

    /// <summary>[audio] A tick is finalized: what has begun by then counts as played.</summary>
    public void Settle() => _firstUnsettled = long.MaxValue;

    /// <summary>
    /// [audio] Begins a block. A host that renders in bursts has time in between: half of its lead may be spent on waiting for notes.
    /// </summary>
    /// <param name="lead">How far the host is ahead of the clock, in seconds (<see cref="RenderLead"/>).</param>
    public void BeginBlock(double lead) =>
        _mayWaitUntil = lead > 0 ? Stopwatch.GetTimestamp() + (long)(lead / 2 * Stopwatch.Frequency) : 0;

    /// <summary>[audio] Receives the notes of a tick, and those that the groove plays ahead of theirs.</summary>
    /// <param name="tick">The tick, at its own position.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="span">The block.</param>
    /// <param name="groove">The groove.</param>
    /// <param name="isOffline">Whether to wait for the worker.</param>
    public void Receive(long tick, int frame, in BlockSpan span, in Groove groove, bool isOffline)
    {
        if (_cutsOff && tick == _answer.Start)
            _sounding.EndAll(tick, frame);
        long last = tick + groove.Ahead;
        _received = last;
        while ((TryPeek(isOffline && !_isComplete) || AwaitNext(last)) && (!IsExpected(_next) || _next.IsEnd || _next.Note.Onset <= last))
        {
            _hasNext = false;
            if (!IsExpected(_next))
                continue;
            if (_next.IsEnd)
                _isComplete = _next.AnswerId == _answer.Id;
            else
                Schedule(tick, span, groove);
        }
    }

    /// <summary>[audio] Ends and begins notes up to a position.</summary>
    /// <param name="position">In ticks.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="channel">The MIDI channel to play on, 0 to 15.</param>
    public void PlayThrough(double position, int frame, byte channel)
    {
        _sounding.EndThrough(position, frame);
        while (_scheduled.TryTake(position, out var scheduled))
        {
            long onset = scheduled.Note.Onset;
            if (_sounding.Begin(scheduled, position, frame, channel))
                (_lastBegun, _firstUnsettled) = (onset, Math.Min(_firstUnsettled, onset));
            else
                _counters.CountLateNote();
        }
    }

    private void Schedule(long tick, in BlockSpan span, in Groove groove)
    {
        var note = _next.Note;
        double start = groove.PositionOf(note.Onset, span);
        double end = groove.PositionOf(note.End, span);
        if (start < tick || !_scheduled.TryAdd(new(note, _next.AnswerId, _nextIndex, start, end)))
            _counters.CountLateNote();
    }

    // Another answer is requested: the current one, if it is longer, ends where that starts; the one before is no longer received.
    private void ReportReplaced(WindowFeed window, in AnswerBounds by)
    {
        if (IsPreviousExpected)
            window.Cancelled(_received + 1, _previousId);
        if (_answer.End > by.Start)
            window.Cancelled(by.Start, _answer.Id);
    }

    private void ReportStopped(WindowFeed window, long from)
    {
        if (IsPreviousExpected || _scheduled.Has(_previousId))
            window.Cancelled(from, _previousId);
        if (!_isComplete || _scheduled.Has(_answer.Id))
            window.Cancelled(from, _answer.Id);
    }

    // Whether notes of the answer before the current one are still received.
    private bool IsPreviousExpected => !_isComplete && _previousId != 0 && _received < _answer.Start - 1;

    private bool IsExpected(in ComposeReply reply) => !_isComplete
        && (reply.AnswerId == _answer.Id || (reply.AnswerId == _previousId && !reply.IsEnd && reply.Note.Onset < _answer.Start));

    private bool TryPeek(bool wait)
    {
        if (_hasNext)
            return true;
        _hasNext = TryPop();
        if (_hasNext || !wait || _isMissed)
            return _hasNext;
        _patience.Begin();
        while (!_hasNext && _patience.Waits())
            _hasNext = TryPop();
        if (!_hasNext && !_patience.IsClosing && _patience.HasWorker)
        {
            _isMissed = true;
            _counters.CountMissedAnswer();
        }
        return _hasNext;
    }

    // One wait for each answer: a worker that is stuck must not use up the host's lead again and again.
    private bool AwaitNext(long tick)
    {
        if (_mayWaitUntil == 0 || _isComplete || _hasWaited || tick < _answer.Start)
            return false;
        while (!_hasNext && Stopwatch.GetTimestamp() < _mayWaitUntil)
        {
            // Thread.Sleep would allocate, the first time on each thread of the host.
            Thread.Yield();
            _hasNext = TryPop();
        }
        _hasWaited = !_hasNext;
        return _hasNext;
    }

    private bool TryPop()
    {
        if (!_replies.TryPop(out _next))
            return false;
        _patience.Renew();
        _nextIndex = _next.AnswerId == _nextAnswerId ? _nextIndex + 1 : 0;
        _nextAnswerId = _next.AnswerId;
        return true;
    }
}
