namespace ComposerPlugin.Engine;

/// <summary>[audio] Gives the thread the audio role for one process call, and counts managed allocations in it.</summary>
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
