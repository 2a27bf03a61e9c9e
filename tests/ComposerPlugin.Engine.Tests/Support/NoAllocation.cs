namespace ComposerPlugin.Engine.Tests;

/// <summary>Demands that an action allocates nothing on this thread, once it has been run for the first time.</summary>
internal static class NoAllocation
{
    public static void In(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
