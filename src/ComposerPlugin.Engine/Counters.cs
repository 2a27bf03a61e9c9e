namespace ComposerPlugin.Engine;

/// <summary>Counts of what went otherwise than it should; written by the audio thread, read by any.</summary>
public sealed class Counters
{
    private static long _allocatedByAll;

    private long _lateNotes;
    private long _droppedRequests;
    private long _droppedEvents;
    private long _allocatedBytes;
    private long _longestProcess;

    /// <summary>[any] Notes of answers that the model wrote too late; they were left out.</summary>
    public long LateNotes => Volatile.Read(ref _lateNotes);

    /// <summary>[any] Played notes or wishes that the composer never heard of, because its queue was full.</summary>
    public long DroppedRequests => Volatile.Read(ref _droppedRequests);

    /// <summary>[any] Output notes for which the host or the block had no room.</summary>
    public long DroppedEvents => Volatile.Read(ref _droppedEvents);

    /// <summary>[any] Managed bytes allocated on the audio thread: 0 by design.</summary>
    public long AllocatedBytes => Volatile.Read(ref _allocatedBytes);

    /// <summary>[any] Managed bytes allocated on the audio threads of all instances in this process.</summary>
    public static long AllocatedByAll => Interlocked.Read(ref _allocatedByAll);

    /// <summary>[any] The longest process call, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
    public long LongestProcess => Volatile.Read(ref _longestProcess);

    internal void CountLateNote() => Volatile.Write(ref _lateNotes, _lateNotes + 1);

    internal void CountDroppedRequest() => Volatile.Write(ref _droppedRequests, _droppedRequests + 1);

    /// <summary>[audio] The host refused an event.</summary>
    public void CountDroppedEvent() => Volatile.Write(ref _droppedEvents, _droppedEvents + 1);

    internal void CountProcess(long allocatedBytes, long elapsed)
    {
        if (allocatedBytes != 0)
        {
            Volatile.Write(ref _allocatedBytes, _allocatedBytes + allocatedBytes);
            Interlocked.Add(ref _allocatedByAll, allocatedBytes);
        }
        if (elapsed > _longestProcess)
            Volatile.Write(ref _longestProcess, elapsed);
    }
}
