namespace ComposerPlugin.Editor.Tests;

public class RollAllocationTests
{
    [Fact]
    public void A_thousand_ticks_with_a_moving_playhead_allocate_nothing()
    {
        var model = Scene.Playing();
        model.Takes.Put(model.Take(19));
        using var editor = OpenEditor.Create(model);
        editor.Settle();
        editor.Window.Point(PointerKind.Move, editor.NoteAt(19, 9));
        Play(editor, 521, 0.01, 200);
        long before = GC.GetAllocatedBytesForCurrentThread();
        // In one bar: the header counts bars.
        Play(editor, 525, 0.05, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_thousand_frames_of_everything_allocate_nothing()
    {
        var model = Scene.Playing();
        model.Takes.Put(model.Take(19));
        using var editor = OpenEditor.Create(model);
        editor.Settle();
        Scroll(editor, 50);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Scroll(editor, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Play(OpenEditor editor, double from, double ticks, int count)
    {
        for (int i = 0; i < count; i++)
            editor.Play(from + (i * ticks));
    }

    // There and back: the whole roll is drawn each time.
    private static void Scroll(OpenEditor editor, int count)
    {
        var view = editor.Roll().View;
        for (int i = 0; i < count; i++)
        {
            view.ScrollTime(i % 2 == 0 ? 1 : -1);
            editor.View.Tick();
        }
    }
}
