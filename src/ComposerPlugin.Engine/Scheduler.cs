using System.Diagnostics;

namespace ComposerPlugin.Engine;

/// <summary>[audio] Takes an answer's notes from the composer and begins each at its tick. Notes that come too late are left out and counted.</summary>
public sealed class Scheduler
{
    // How long an offline render waits for one note before it goes on without: longer than any model takes to load. A constant, because
    // a static field's first use runs its class's constructor, which allocates.
    private const int PatienceSeconds = 60;

    private readonly SpscQueue<ComposeReply>.Consumer _replies;
    private readonly SoundingNotes _sounding;
    private readonly Counters _counters;
    private ComposeReply _next;
    private bool _hasNext;
    private int _answer;
    private bool _complete = true;

    /// <summary>Takes notes from that queue and begins them there.</summary>
    public Scheduler(SpscQueue<ComposeReply>.Consumer replies, SoundingNotes sounding, Counters counters)
    {
        _replies = replies;
        _sounding = sounding;
        _counters = counters;
    }

    /// <summary>[audio] From now on the notes of this answer are played, and no others.</summary>
    public void Expect(int answer)
    {
        _answer = answer;
        _complete = false;
    }

    /// <summary>[audio] No answer is expected any more.</summary>
    public void Cancel() => _complete = true;

    /// <summary>[audio] Begins the notes of a tick.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="channel">The channel to play on.</param>
    /// <param name="offline">Whether to wait for the composer: time does not matter then.</param>
    public void Play(long tick, int frame, byte channel, bool offline)
    {
        while (Peek(offline && !_complete) && (_complete || _next.Answer != _answer || _next.IsEnd || _next.Onset <= tick))
        {
            _hasNext = false;
            if (_complete || _next.Answer != _answer)
                continue;
            if (_next.IsEnd)
                _complete = true;
            else if (_next.Onset < tick || !_sounding.Begin(frame, channel, _next.Pitch, _next.Velocity, _next.Onset + _next.Duration))
                _counters.CountLateNote();
        }
    }

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
