namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Gives the thread the audio role and the standard floating-point mode for one process call, and counts managed allocations in it.
/// </summary>
public readonly ref struct RealtimeGuard
{
    private readonly long _allocatedBefore;
    private readonly ThreadRole _roleBefore;
    private readonly FloatingPointMode _modeBefore;

    private RealtimeGuard(long allocatedBefore, ThreadRole roleBefore, FloatingPointMode modeBefore)
    {
        (_allocatedBefore, _roleBefore) = (allocatedBefore, roleBefore);
        _modeBefore = modeBefore;
    }

    /// <summary>[audio] Opens the guard; dispose it when the call ends.</summary>
    public static RealtimeGuard Enter() =>
        new(GC.GetAllocatedBytesForCurrentThread(), ThreadCheck.Enter(ThreadRole.Audio), FloatingPointMode.Standard());

    /// <summary>[audio] Closes the guard.</summary>
    public void Dispose()
    {
        _modeBefore.Dispose();
        ThreadCheck.Enter(_roleBefore);
        Counters.CountAllocation(GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore);
    }
}
