namespace ComposerPlugin.Engine;

/// <summary>Counts of errors on the audio thread, and what its answer waits for; written by it, read by any thread.</summary>
public sealed class Counters
{
    /// <summary><see cref="Hold"/>: no answer is held up.</summary>
    public const int NoHold = -1;

    /// <summary><see cref="Hold"/>: the sustain pedal holds up the answer.</summary>
    public const int PedalHolds = 128;

    private static long _allocatedBytes;

    private long _lateNotes;
    private long _droppedRequests;
    private long _droppedEvents;
    private long _missedAnswers;
    private int _hold = NoHold;

    /// <summary>[any] Notes of answers that were dropped because they came late.</summary>
    public long LateNotes => Volatile.Read(ref _lateNotes);

    /// <summary>[any] Requests that were dropped because the worker's queue was full.</summary>
    public long DroppedRequests => Volatile.Read(ref _droppedRequests);

    /// <summary>
    /// [any] Events that were dropped because the host or the block had no room: output events, and parameter and controller changes.
    /// </summary>
    public long DroppedEvents => Volatile.Read(ref _droppedEvents);

    /// <summary>[any] Answers that an offline render went on without, because the worker gave no sign of life for too long.</summary>
    public long MissedAnswers => Volatile.Read(ref _missedAnswers);

    /// <summary>
    /// [any] The key whose release the answer waits for, 0 to 127; or <see cref="PedalHolds"/> or <see cref="NoHold"/>. Set by the audio
    /// thread.
    /// </summary>
    public int Hold
    {
        get => Volatile.Read(ref _hold);
        internal set => Volatile.Write(ref _hold, value);
    }

    /// <summary>[any] Managed bytes allocated on the audio threads of all instances in this process: 0 by design.</summary>
    public static long AllocatedBytes => Interlocked.Read(ref _allocatedBytes);

    internal void CountLateNote() => Volatile.Write(ref _lateNotes, _lateNotes + 1);

    internal void CountDroppedRequest() => Volatile.Write(ref _droppedRequests, _droppedRequests + 1);

    internal void CountMissedAnswer() => Volatile.Write(ref _missedAnswers, _missedAnswers + 1);

    /// <summary>[audio] The host refused an event.</summary>
    public void CountDroppedEvent() => Volatile.Write(ref _droppedEvents, _droppedEvents + 1);

    internal static void CountAllocation(long bytes)
    {
        if (bytes != 0)
            Interlocked.Add(ref _allocatedBytes, bytes);
    }
}
