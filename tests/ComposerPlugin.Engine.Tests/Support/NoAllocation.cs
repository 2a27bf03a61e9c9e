namespace ComposerPlugin.Engine.Tests;

/// <summary>Asserts that an action allocates nothing on this thread on its second run.</summary>
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
