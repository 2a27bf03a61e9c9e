using System.Diagnostics;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Takes an answer's notes from the composer and begins each where the groove puts its tick. Notes that come too late are left out and counted.
/// </summary>
public sealed class Scheduler
{
    // How long an offline render waits for one note before it goes on without: longer than any model takes to load. A constant, because
    // a static field's first use runs its class's constructor, which allocates.
    private const int PatienceSeconds = 60;

    private readonly SpscQueue<ComposeReply>.Consumer _replies;
    private readonly SoundingNotes _sounding;
    private readonly Counters _counters;
    private readonly PendingNotes _pending = new();
    private ComposeReply _next;
    private bool _hasNext;
    private int _answer;
    private int _before;
    private long _start;
    private bool _complete = true;
    private long _lastBegun = long.MinValue;
    private long _firstUnsettled = long.MaxValue;

    /// <summary>Takes notes from that queue and begins them there.</summary>
    public Scheduler(SpscQueue<ComposeReply>.Consumer replies, SoundingNotes sounding, Counters counters)
    {
        _replies = replies;
        _sounding = sounding;
        _counters = counters;
    }

    /// <summary>[audio] Where the next note begins, in ticks; infinite when none is known.</summary>
    public double Next => _pending.Next;

    /// <summary>[audio] From a tick on, the notes of this answer are played; up to there those of the one before, if it is not complete.</summary>
    public void Expect(int answer, long start)
    {
        _before = _complete ? 0 : _answer;
        (_answer, _start, _complete) = (answer, start, false);
    }

    /// <summary>[audio] No answer is expected any more, and what has not begun does not begin.</summary>
    public void Cancel()
    {
        _complete = true;
        _pending.Clear();
    }

    /// <summary>[audio] The last tick whose notes count as played.</summary>
    /// <param name="closed">The last tick that counts where no note sounds ahead of its own or behind it.</param>
    public long LastBegun(long closed) => Math.Min(Math.Max(closed, _lastBegun), Math.Min(_pending.NextOnset, _firstUnsettled) - 1);

    /// <summary>[audio] A tick is closed: what has begun by then counts as played.</summary>
    public void Settle() => _firstUnsettled = long.MaxValue;

    /// <summary>[audio] Takes the notes of a tick, and those that sound ahead of theirs.</summary>
    /// <param name="tick">The tick, at its own moment.</param>
    /// <param name="span">The present block.</param>
    /// <param name="groove">Where ticks sound.</param>
    /// <param name="offline">Whether to wait for the composer: time does not matter then.</param>
    public void Take(long tick, in BlockSpan span, in Groove groove, bool offline)
    {
        long last = tick + groove.Ahead;
        while (Peek(offline && !_complete) && (!IsExpected(_next) || _next.IsEnd || _next.Onset <= last))
        {
            _hasNext = false;
            if (!IsExpected(_next))
                continue;
            if (_next.IsEnd)
                _complete = _next.Answer == _answer;
            else
                Add(tick, span, groove);
        }
    }

    /// <summary>[audio] Begins the notes that were taken, up to a position.</summary>
    /// <param name="position">In ticks.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="channel">The channel to play on.</param>
    public void PlayThrough(double position, int frame, byte channel)
    {
        while (_pending.TryTake(position, out var note))
        {
            if (_sounding.Begin(frame, channel, note.Pitch, note.Velocity, note.End))
                (_lastBegun, _firstUnsettled) = (note.Onset, Math.Min(_firstUnsettled, note.Onset));
            else
                _counters.CountLateNote();
        }
    }

    private void Add(long tick, in BlockSpan span, in Groove groove)
    {
        double position = groove.PositionOf(_next.Onset, span);
        var note = new PendingNote(position, groove.PositionOf(_next.Onset + _next.Duration, span), _next.Onset, _next.Pitch, _next.Velocity);
        if (position < tick || !_pending.TryAdd(note))
            _counters.CountLateNote();
    }

    private bool IsExpected(in ComposeReply reply) =>
        !_complete && (reply.Answer == _answer || (reply.Answer == _before && !reply.IsEnd && reply.Onset < _start));

    private bool Peek(bool wait)
    {
        if (_hasNext)
            return true;
        _hasNext = _replies.TryPop(out _next);
        for (long begun = Stopwatch.GetTimestamp(); wait && !_hasNext && Stopwatch.GetTimestamp() - begun < PatienceSeconds * Stopwatch.Frequency;)
        {
            Thread.Yield();
            _hasNext = _replies.TryPop(out _next);
        }
        return _hasNext;
    }
}
