namespace ComposerPlugin.Editor.Tests;

public class ParameterMenuTests
{
    [Fact]
    public void The_second_button_offers_default_typing_and_copying()
    {
        using var editor = OpenEditor.Create();
        editor.Model.Controls.Density.Change(0.7);
        Open(editor, "Density");
        Choose(editor, 1);
        Assert.Equal(0.5, editor.Model.Controls.Density.Value);
        Open(editor, "Density");
        Choose(editor, 3);
        Assert.Equal("0 %", editor.Window.Copied);
        Open(editor, "Density");
        Choose(editor, 2);
        editor.Window.Type("12");
        editor.Window.Press(Key.Return);
        Assert.Equal("+12 %", editor.Find("Density").Reading);
        Gestures.AssertWhole(editor.Model.Controls.Density);
    }

    [Theory]
    [InlineData("Density")]
    [InlineData("Starts on")]
    [InlineData("New take")]
    [InlineData("Take 19")]
    public void The_menu_does_not_cover_what_it_is_about(string name)
    {
        using var editor = OpenEditor.Create();
        Open(editor, name);
        Assert.False(editor.Find("Menu").Bounds.IntersectsWith(editor.Find(name).Bounds));
    }

    [Fact]
    public void In_a_menu_without_a_choice_Up_chooses_the_last_entry_and_Return_is_not_for_the_host()
    {
        using var editor = OpenEditor.Create();
        Open(editor, "Density");
        Assert.True(editor.Window.Press(Key.Return));
        Assert.Equal("", editor.Find("Menu").Reading);
        editor.Window.Press(Key.Up);
        Assert.Equal("REAPER's own menu…", editor.Find("Menu").Reading);
    }

    [Fact]
    public void The_menu_key_opens_it_and_Ctrl_C_copies()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Swing"));
        editor.Window.Press(Key.Menu);
        Assert.Equal("Menu", editor.View.Root!.TopPopup?.Name);
        editor.Window.Press(Key.Escape);
        editor.Window.Click(editor.MiddleOf("Swing"));
        Assert.True(editor.View.KeyDown(new(Key.None, 'c', Control: true)));
        Assert.Equal("50 %", editor.Window.Copied);
        Assert.False(editor.View.KeyDown(new(Key.None, 'z', Control: true)));
    }

    [Fact]
    public void The_last_entry_opens_the_menu_of_the_host_where_the_pointer_was()
    {
        using var editor = OpenEditor.Create();
        var density = (FakeControl)editor.Model.Controls.Density;
        var at = editor.MiddleOf("Density");
        Open(editor, "Density");
        editor.Window.Press(Key.End);
        Assert.Equal("REAPER's own menu…", editor.Find("Menu").Reading);
        editor.Window.Press(Key.Return);
        Assert.Equal([(at.X, at.Y)], density.HostMenus);
        density.HasHostMenu = false;
        Open(editor, "Density");
        editor.Window.Press(Key.End);
        Assert.Equal("Learn a MIDI controller…", editor.Find("Menu").Reading);
    }

    [Fact]
    public void A_trigger_learns_a_note_or_a_controller()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        Open(editor, "Capture A");
        Choose(editor, 1);
        Assert.Equal(["learn 3"], editor.Model.MidiLearn.Asked);
        Assert.Equal("Play a note or move a controller: it will fire Capture A.", editor.Find("Status").Reading);
        editor.View.Tick();
        Assert.Equal("Waiting…", editor.Find("Capture A").Reading);
        Open(editor, "Capture A");
        Choose(editor, 1);
        Assert.Equal(["learn 3", "learn -1"], editor.Model.MidiLearn.Asked);
    }

    [Fact]
    public void A_control_learns_a_controller_and_the_status_line_waits_for_it()
    {
        using var editor = OpenEditor.Create();
        var learn = editor.Model.MidiLearn;
        int density = learn.IndexOf("Density");
        Open(editor, "Density");
        Choose(editor, 4);
        Assert.Equal([$"learn {density}"], learn.Asked);
        const string Waits = "Move a MIDI controller: it will move Density.";
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(Waits, editor.Find("Status").Reading);
            editor.View.Tick();
        }
        learn.Map("Density", "controller 21, channel 2");
        editor.View.Tick();
        Assert.NotEqual(Waits, editor.Find("Status").Reading);
    }

    [Fact]
    public void What_has_come_is_waited_for_no_longer()
    {
        using var editor = OpenEditor.Create();
        Open(editor, "Density");
        Choose(editor, 4);
        editor.View.Tick();
        editor.Model.MidiLearn.Map("Density", "controller 21, channel 2");
        editor.View.Tick();
        Assert.DoesNotContain("Move", editor.Find("Status").Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Learning_a_control_can_be_stopped()
    {
        using var editor = OpenEditor.Create();
        Open(editor, "Swing");
        Choose(editor, 4);
        Open(editor, "Swing");
        Choose(editor, 4);
        Assert.Equal([$"learn {editor.Model.MidiLearn.IndexOf("Swing")}", "learn -1"], editor.Model.MidiLearn.Asked);
    }

    // The percent of Surprise is another view of the same parameter; a list has no typed value of its own.
    [Theory]
    [InlineData("Surprise", "Surprise (temperature)", 4)]
    [InlineData("Form", "Form", 4)]
    public void Lists_and_percents_learn_too(string name, string title, int entry)
    {
        using var editor = OpenEditor.Create();
        Open(editor, name);
        Choose(editor, entry);
        Assert.Equal([$"learn {editor.Model.MidiLearn.IndexOf(title)}"], editor.Model.MidiLearn.Asked);
    }

    [Fact]
    public void One_mapping_is_shown_and_can_be_forgotten()
    {
        using var editor = OpenEditor.Create();
        var learn = editor.Model.MidiLearn;
        Open(editor, "Density");
        Choose(editor, 5);
        Assert.Empty(learn.Asked);
        editor.Window.Press(Key.Escape);
        learn.Map("Density", "controller 21, channel 2");
        Open(editor, "Density");
        Choose(editor, 5);
        Assert.Equal([$"forget {learn.IndexOf("Density")}"], learn.Asked);
        Assert.Equal("", learn.MappingOf(learn.IndexOf("Density")));
    }

    private static void Open(OpenEditor editor, string name) =>
        editor.Window.Point(PointerKind.MenuPress, editor.MiddleOf(name));

    // The entry, counted from 1.
    private static void Choose(OpenEditor editor, int entry)
    {
        for (int i = 0; i < entry; i++)
            editor.Window.Press(Key.Down);
        editor.Window.Press(Key.Return);
    }
}
