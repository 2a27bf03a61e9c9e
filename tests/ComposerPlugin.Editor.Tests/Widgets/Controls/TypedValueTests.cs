namespace ComposerPlugin.Editor.Tests;

public class TypedValueTests
{
    [Theory]
    [InlineData("Density", "+20 %", "+20 %")]
    [InlineData("Density", "-35", "-35 %")]
    [InlineData("Density", "−35%", "-35 %")]
    [InlineData("Surprise", "0.5", "50 %")]
    [InlineData("Surprise", "0,5", "50 %")]
    [InlineData("Surprise", "80", "80 %")]
    [InlineData("Surprise", "80 %", "80 %")]
    [InlineData("Surprise", "1", "100 %")]
    [InlineData("Form", "rhythm", "Rhythm")]
    [InlineData("Hear it", "-6 db", "-6 dB")]
    [InlineData("Hear it", "off", "Off")]
    [InlineData("Density", "900", "+100 %")]
    public void Numbers_come_with_or_without_their_unit(string name, string typed, string shown)
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf(name));
        editor.Window.Press(Key.Return);
        editor.Window.Type(typed);
        editor.Window.Press(Key.Return);
        Assert.Null(editor.View.Root!.TopPopup);
        Assert.Equal(shown, editor.Find(name).Reading);
    }

    [Theory]
    [InlineData("Lowest note", "C3", "C3")]
    [InlineData("Lowest note", "eb3", "D#3")]
    [InlineData("Avoid repeats", "str", "Strong")]
    [InlineData("Octave", "+1 octave", "+1 octave")]
    [InlineData("Octave", "-2", "-2 octaves")]
    [InlineData("Seed", "815", "815")]
    public void Names_and_steps_can_be_typed_too(string name, string typed, string shown)
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        ((ControlWidget)editor.Find(name)).StartTyping();
        editor.Window.Type(typed);
        editor.Window.Press(Key.Return);
        Assert.Equal(shown, editor.Find(name).Reading);
    }

    [Fact]
    public void A_typed_value_is_one_gesture()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Density"));
        Gestures.Of(editor.Model.Controls.Density).Clear();
        editor.Window.Type("+20 %");
        editor.Window.Press(Key.Return);
        Assert.Equal(Gestures.Of("0.6"), Gestures.Of(editor.Model.Controls.Density));
        // The keys are the host's again.
        Assert.Null(editor.View.Root!.Focused);
    }

    [Fact]
    public void A_control_that_was_reached_by_keys_has_them_again()
    {
        using var editor = OpenEditor.Create();
        while (editor.View.Root!.Focused is not { Name: "Density" })
            editor.Window.Press(Key.Tab);
        editor.Window.Type("+20 %");
        editor.Window.Press(Key.Return);
        Assert.Equal("Density", editor.View.Root.Focused?.Name);
        editor.Window.Press(Key.Up);
        Assert.Equal("+21 %", editor.Find("Density").Reading);
    }

    [Fact]
    public void The_first_letter_typed_on_a_knob_begins_the_value()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Surprise"));
        editor.Window.Type("1");
        Assert.Equal("1", ((TextField)editor.View.Root!.Focused!).Text);
        editor.Window.Type("20");
        editor.Window.Press(Key.Return);
        Assert.Equal("120 %", editor.Find("Surprise").Reading);
    }

    [Fact]
    public void Return_offers_the_present_value_to_be_typed_over()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Swing"));
        editor.Window.Press(Key.Return);
        Assert.Equal("50 %", ((TextField)editor.View.Root!.Focused!).Text);
        Assert.Equal("50 % to 75 %", editor.View.Root.TopPopup!.Reading);
        editor.Window.Type("66");
        editor.Window.Press(Key.Return);
        Assert.Equal("66 %", editor.Find("Swing").Reading);
    }

    [Fact]
    public void Escape_and_an_empty_line_leave_it_as_it_was()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Memory"));
        Gestures.Of(editor.Model.Controls.Memory).Clear();
        editor.Window.Type("5");
        editor.Window.Press(Key.Escape);
        Assert.Null(editor.View.Root!.TopPopup);
        editor.Window.Click(editor.MiddleOf("Memory"));
        Gestures.Of(editor.Model.Controls.Memory).Clear();
        editor.Window.Type("5");
        editor.Window.Press(Key.Backspace);
        editor.Window.Press(Key.Return);
        Assert.Null(editor.View.Root.TopPopup);
        Assert.Empty(Gestures.Of(editor.Model.Controls.Memory));
    }

    [Fact]
    public void What_is_no_value_stays_open_and_says_what_can_be_typed()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Memory"));
        editor.Window.Type("5 bars");
        editor.Window.Press(Key.Return);
        Assert.Equal("Try -100 % to +100 %", editor.View.Root!.TopPopup!.Reading);
        editor.Window.Press(Key.Backspace);
        Assert.Equal("-100 % to +100 %", editor.View.Root.TopPopup.Reading);
        editor.Window.Press(Key.Escape);
        Assert.Equal("0 %", editor.Find("Memory").Reading);
    }
}
