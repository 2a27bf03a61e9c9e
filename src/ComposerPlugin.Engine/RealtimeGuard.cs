using System.Diagnostics;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Stands round one process call and counts what must not happen in it: managed allocation; and how long it took.
/// </summary>
public readonly ref struct RealtimeGuard
{
    private readonly Counters _counters;
    private readonly long _allocatedBefore;
    private readonly long _entered;

    private RealtimeGuard(Counters counters)
    {
        _counters = counters;
        _entered = Stopwatch.GetTimestamp();
        _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>[audio] Opens the guard; dispose it when the call is over.</summary>
    public static RealtimeGuard Enter(Counters counters) => new(counters);

    /// <summary>[audio] Closes the guard.</summary>
    public void Dispose() =>
        _counters.CountProcess(GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore, Stopwatch.GetTimestamp() - _entered);
}
