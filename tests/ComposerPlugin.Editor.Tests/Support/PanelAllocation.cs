namespace ComposerPlugin.Editor.Tests;

/// <summary>A window that shows what moves makes no garbage.</summary>
internal static class PanelAllocation
{
    /// <summary>A thousand ticks, each with a moved playhead and all of the window drawn, allocate nothing.</summary>
    public static void AssertNone(OpenEditor editor)
    {
        Run(editor);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(editor);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(OpenEditor editor)
    {
        for (int i = 0; i < 1000; i++)
        {
            // Inside one bar, so that no bar is added to the roll.
            editor.Model.Roll.Update(FakeModel.Snapshot((5 * 96) + 40 + (i * 0.05)));
            editor.View.Root!.Invalidate();
            editor.View.Tick();
        }
    }
}
