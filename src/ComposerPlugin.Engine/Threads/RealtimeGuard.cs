namespace ComposerPlugin.Engine;

/// <summary>[audio] Stands round one process call and counts what must not happen in it: managed allocation.</summary>
public readonly ref struct RealtimeGuard
{
    private readonly long _allocatedBefore;

    private RealtimeGuard(long allocatedBefore) => _allocatedBefore = allocatedBefore;

    /// <summary>[audio] Opens the guard; dispose it when the call is over.</summary>
    public static RealtimeGuard Enter() => new(GC.GetAllocatedBytesForCurrentThread());

    /// <summary>[audio] Closes the guard.</summary>
    public void Dispose() => Counters.CountAllocation(GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore);
}
