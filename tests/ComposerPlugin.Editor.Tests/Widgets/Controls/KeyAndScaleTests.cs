namespace ComposerPlugin.Editor.Tests;

public class KeyAndScaleTests
{
    [Fact]
    public void One_field_shows_both_and_its_list_holds_the_scales_on_the_tonic()
    {
        using var editor = OpenEditor.Create();
        Assert.Equal("All notes", editor.Find("Key and scale").Reading);
        editor.Model.Controls.Key.Choose(3);
        editor.Model.Controls.Scale.Choose(2);
        editor.View.Tick();
        Assert.Equal("E♭ minor", editor.Find("Key and scale").Reading);
        editor.Window.Click(editor.MiddleOf("Key and scale"));
        Assert.Equal("E♭ minor", editor.Find("Menu").Reading);
        editor.Window.Press(Key.Down);
        editor.Window.Press(Key.Return);
        Assert.Equal("E♭ harmonic minor", editor.Find("Key and scale").Reading);
    }

    [Fact]
    public void A_click_on_a_key_sets_the_tonic()
    {
        using var editor = OpenEditor.Create();
        var (key, scale) = (editor.Model.Controls.Key, editor.Model.Controls.Scale);
        scale.Choose(2);
        editor.View.Tick();
        Gestures.Of(scale).Clear();
        var keys = editor.Find("Tonic").Bounds;
        editor.Window.Click(new(keys.Left + (keys.Width * 1.5f / 7), keys.Bottom - 4));
        Assert.Equal("D minor", editor.Find("Key and scale").Reading);
        Assert.Equal(Gestures.Of("0.182"), Gestures.Of(key));
        editor.Window.Click(new(keys.Left + (keys.Width * 4 / 7), keys.Top + 4));
        Assert.Equal("F♯ minor", editor.Find("Key and scale").Reading);
        Assert.Empty(Gestures.Of(scale));
    }

    [Fact]
    public void A_tonic_without_a_scale_brings_the_major_scale()
    {
        using var editor = OpenEditor.Create();
        var keys = editor.Find("Tonic").Bounds;
        editor.Window.Click(new(keys.Left + (keys.Width * 1.5f / 7), keys.Bottom - 4));
        editor.View.Tick();
        Assert.Equal("D major", editor.Find("Key and scale").Reading);
        Gestures.AssertWhole(editor.Model.Controls.Key);
        Assert.Equal(3, Gestures.Of(editor.Model.Controls.Scale).Count);
    }

    [Fact]
    public void Keys_and_the_wheel_move_the_tonic_round_the_octave()
    {
        using var editor = OpenEditor.Create();
        editor.Model.Controls.Scale.Choose(1);
        var at = editor.MiddleOf("Tonic");
        editor.Window.Click(new(at.X, editor.Find("Tonic").Bounds.Bottom - 3));
        Assert.Equal("F", editor.Find("Tonic").Reading);
        editor.Window.Press(Key.Left);
        Assert.Equal("E", editor.Find("Tonic").Reading);
        editor.Window.Type("b");
        Assert.Equal("B♭", editor.Find("Tonic").Reading);
        editor.Window.Point(PointerKind.Wheel, at, wheel: 2);
        editor.View.Tick();
        Assert.Equal("C", editor.Find("Tonic").Reading);
        Assert.Equal("C major", editor.Find("Key and scale").Reading);
        Gestures.AssertWhole(editor.Model.Controls.Key);
    }

    [Theory]
    [InlineData("D minor", "D minor")]
    [InlineData("Dm", "D minor")]
    [InlineData("f#", "F♯ minor")]
    [InlineData("Gb dorian", "F♯ dorian")]
    [InlineData("B♭ blues", "B♭ blues")]
    [InlineData("blues", "A blues")]
    [InlineData("b", "B minor")]
    [InlineData("Dorian", "A dorian")]
    [InlineData("mix", "A mixolydian")]
    [InlineData("all notes", "All notes")]
    [InlineData("off", "All notes")]
    public void It_can_be_typed(string typed, string shown)
    {
        using var editor = OpenEditor.Create();
        editor.Model.Controls.Key.Choose(9);
        editor.Model.Controls.Scale.Choose(2);
        editor.View.Tick();
        Type(editor, typed);
        Assert.Equal(shown, editor.Find("Key and scale").Reading);
        Assert.Null(editor.View.Root!.TopPopup);
    }

    [Fact]
    public void What_is_no_scale_changes_nothing()
    {
        using var editor = OpenEditor.Create();
        Type(editor, "H dur");
        Assert.NotNull(editor.View.Root!.TopPopup);
        Assert.Empty(Gestures.Of(editor.Model.Controls.Key));
        Assert.Empty(Gestures.Of(editor.Model.Controls.Scale));
    }

    [Fact]
    public void The_default_is_that_of_both()
    {
        using var editor = OpenEditor.Create();
        editor.Model.Controls.Key.Choose(9);
        editor.Model.Controls.Scale.Choose(2);
        editor.View.Tick();
        ((ControlWidget)editor.Find("Key and scale")).Reset();
        Assert.Equal((0, 0), (editor.Model.Controls.Key.Entry(), editor.Model.Controls.Scale.Entry()));
    }

    private static void Type(OpenEditor editor, string text)
    {
        editor.Window.Point(PointerKind.MenuPress, editor.MiddleOf("Key and scale"));
        editor.Window.Press(Key.Down);
        editor.Window.Press(Key.Down);
        editor.Window.Press(Key.Return);
        editor.Window.Type(text);
        editor.Window.Press(Key.Return);
    }
}
