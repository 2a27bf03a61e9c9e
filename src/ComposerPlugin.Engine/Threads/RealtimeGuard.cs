namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Surrounds one process call: the thread is an audio thread meanwhile, and what must not happen on it is counted: managed
/// allocation.
/// </summary>
public readonly ref struct RealtimeGuard
{
    private readonly long _allocatedBefore;
    private readonly ThreadRole _roleBefore;

    private RealtimeGuard(long allocatedBefore, ThreadRole roleBefore) => (_allocatedBefore, _roleBefore) = (allocatedBefore, roleBefore);

    /// <summary>[audio] Opens the guard; dispose it when the call ends.</summary>
    public static RealtimeGuard Enter() => new(GC.GetAllocatedBytesForCurrentThread(), ThreadCheck.Enter(ThreadRole.Audio));

    /// <summary>[audio] Closes the guard.</summary>
    public void Dispose()
    {
        ThreadCheck.Enter(_roleBefore);
        Counters.CountAllocation(GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore);
    }
}
