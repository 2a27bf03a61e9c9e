namespace ComposerPlugin.Editor.Tests;

public class StatusPanelTests
{
    [Fact]
    public void A_message_stands_for_eight_seconds_before_help_and_state()
    {
        using var editor = OpenEditor.Create();
        var status = editor.Find("Status");
        Assert.Equal("Your phrase ended in bar 4.", status.Reading);
        editor.Window.Point(PointerKind.Move, editor.MiddleOf("Density"));
        for (int tick = 0; tick < 3; tick++)
        {
            editor.View.Tick();
            Assert.Equal(editor.Find("Density").Help, status.Reading);
        }
        ((IWidgetHost)editor.View).Say("Take 19 is exported.");
        Assert.Equal("Take 19 is exported.", status.Reading);
        Ticks(editor, 240);
        Assert.Equal("Take 19 is exported.", status.Reading);
        Ticks(editor, 4);
        Assert.Equal(editor.Find("Density").Help, status.Reading);
        editor.Window.Point(PointerKind.Leave, new(500, -5));
        editor.View.Tick();
        Assert.Equal("Your phrase ended in bar 4.", status.Reading);
    }

    [Fact]
    public void The_help_is_that_of_what_was_turned_to_last()
    {
        using var editor = OpenEditor.Create();
        var status = editor.Find("Status");
        editor.Window.Point(PointerKind.Move, editor.MiddleOf("Swing"));
        while (editor.View.Root!.Focused is not { Name: "Grid" })
            editor.Window.Press(Key.Tab);
        editor.View.Tick();
        Assert.Equal(editor.Find("Grid").Help, status.Reading);
        editor.Window.Point(PointerKind.Move, editor.MiddleOf("Velocity"));
        editor.View.Tick();
        Assert.Equal(editor.Find("Velocity").Help, status.Reading);
    }

    [Fact]
    public void The_right_says_seed_provider_and_speed_and_losses_only_where_there_are_any()
    {
        using var editor = OpenEditor.Create();
        var status = (StatusPanel)editor.Find("Status");
        Assert.Equal("dice number 1   ·   CPU, 0.2 ms a note", status.Facts);
        ((FakeControl)editor.Model.Controls.Seed).Value = 42 / 9999.0;
        editor.Model.Status = editor.Model.Status with { Provider = "CPU (CUDA is not installed)", MillisecondsPerNote = 0, LateNotes = 1 };
        editor.View.Tick();
        Assert.Equal("dice number 42   ·   CPU (CUDA is not installed)   ·   1 note late", status.Facts);
        editor.Model.Status = editor.Model.Status with { LateNotes = 1200, Dropped = 2 };
        editor.View.Tick();
        Assert.EndsWith("1,200 notes late   ·   2 dropped", status.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_and_its_help_is_all_of_it()
    {
        using var editor = OpenEditor.Create();
        string text = string.Join(' ', Enumerable.Repeat("The style cannot be loaded.", 10));
        editor.Model.Status = editor.Model.Status with { Message = text, IsError = true };
        editor.View.Tick();
        var status = editor.Find("Status");
        Assert.Equal(text, status.Help);
        editor.Window.Point(PointerKind.Move, new(100, status.Bounds.MidY));
        Ticks(editor, 3);
        Assert.Equal(text, status.Reading);
    }

    private static void Ticks(OpenEditor editor, int count)
    {
        for (int i = 0; i < count; i++)
            editor.View.Tick();
    }
}
