namespace ComposerPlugin.Editor.Tests;

public class DropDownTests
{
    [Fact]
    public void A_click_opens_the_list_and_a_click_on_an_entry_chooses_it()
    {
        using var editor = OpenEditor.Create();
        var grid = editor.Model.Controls.Grid;
        editor.Window.Click(editor.MiddleOf("Grid"));
        Assert.Equal("1/16", editor.Find("Menu").Reading);
        var menu = editor.Find("Menu").Bounds;
        editor.Window.Click(new(menu.MidX, menu.Top + 6 + (1.5f * 24)));
        Assert.Equal("1/8", editor.Find("Grid").Reading);
        Assert.Equal(Gestures.Of("0.167"), Gestures.Of(grid));
        Assert.Null(editor.View.Root!.TopPopup);
    }

    [Fact]
    public void A_long_list_scrolls_to_its_entry_and_keys_choose_in_it()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        editor.Window.Click(editor.MiddleOf("Highest note"));
        Assert.True(editor.Find("Menu").Bounds.Height < 500);
        editor.Window.Press(Key.Up);
        editor.Window.Press(Key.Return);
        Assert.Equal("F#9", editor.Find("Highest note").Reading);
        Assert.Equal(126 / 127.0, editor.Model.Controls.HighestNote.Value, 9);
    }

    [Fact]
    public void Wheel_and_arrows_step_as_in_the_list()
    {
        using var editor = OpenEditor.Create();
        var (starts, at) = (editor.Model.Controls.StartOn, editor.MiddleOf("Starts on"));
        editor.Window.Point(PointerKind.Wheel, at, wheel: -1);
        Assert.Equal("Bar line", editor.Find("Starts on").Reading);
        editor.Window.Point(PointerKind.Wheel, at, wheel: -1);
        editor.Window.Point(PointerKind.Wheel, at, wheel: 1);
        Assert.Equal(["begin", "1", "end", "begin", "0.5", "end"], Gestures.Of(starts));
        Focus(editor, "Starts on");
        editor.Window.Press(Key.Up);
        editor.Window.Press(Key.Right);
        editor.Window.Press(Key.End);
        editor.Window.Press(Key.Home);
        editor.Window.Press(Key.Delete);
        Assert.Equal(["0", "0.5", "1", "0", "0.5"], Gestures.Of(starts).Skip(6).Where((_, at) => at % 3 == 1));
    }

    [Fact]
    public void Typed_letters_find_an_entry_and_letters_in_a_row_are_one_text()
    {
        using var editor = OpenEditor.Create();
        Focus(editor, "Answer length");
        editor.Window.Type("12");
        Assert.Equal("12 bars", editor.Find("Answer length").Reading);
        for (int tick = 0; tick < 40; tick++)
            editor.View.Tick();
        editor.Window.Type("2");
        Assert.Equal("2 bars", editor.Find("Answer length").Reading);
        Assert.Null(editor.View.Root!.TopPopup);
    }

    [Fact]
    public void Return_and_the_space_bar_open_the_list_and_Escape_gives_the_keys_back()
    {
        using var editor = OpenEditor.Create();
        Focus(editor, "Grid");
        Assert.True(editor.View.KeyDown(new(Key.None, ' ')));
        Assert.NotNull(editor.View.Root!.TopPopup);
        editor.Window.Press(Key.Escape);
        Assert.Equal("Grid", editor.View.Root.Focused?.Name);
        editor.Window.Press(Key.Return);
        editor.Window.Press(Key.Down);
        editor.Window.Press(Key.Return);
        Assert.Equal("1/16 + triplets", editor.Find("Grid").Reading);
        Assert.True(editor.View.Root.ShowsFocus);
    }

    [Fact]
    public void Every_entry_is_chosen_by_the_value_that_it_has_for_the_host()
    {
        // Automation gives each entry the same share of the range: VST3's rule.
        using var editor = OpenEditor.Create();
        var starts = (FakeControl)editor.Model.Controls.StartOn;
        foreach (var (value, text) in new[] { (0.32, "Grid line"), (0.34, "Beat"), (0.66, "Beat"), (0.67, "Bar line") })
        {
            starts.Value = value;
            Assert.Equal(text, starts.Format((double)starts.Entry() / starts.Steps));
        }
    }

    private static void Focus(OpenEditor editor, string name)
    {
        for (int i = 0; i < 40 && editor.View.Root!.Focused?.Name != name; i++)
            editor.Window.Press(Key.Tab);
        Assert.Equal(name, editor.View.Root!.Focused?.Name);
    }
}
