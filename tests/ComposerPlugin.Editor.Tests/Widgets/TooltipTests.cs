using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

public class TooltipTests
{
    [Fact]
    public void It_appears_after_a_rest_beside_the_widget_and_inside_the_window()
    {
        using var editor = OpenEditor.Create();
        var tooltip = Rest(editor, "Hear it");
        Assert.True(tooltip.IsVisible);
        Assert.Equal("Off to 0 dB, default -12 dB", tooltip.Reading);
        Assert.True(new SKRect(0, 0, 1040, 660).Contains(tooltip.Bounds));
        Assert.False(tooltip.Bounds.IntersectsWith(editor.Find("Hear it").Bounds));
        Assert.True(tooltip.Bounds.Width <= 260 + 18);
    }

    [Fact]
    public void A_pointer_that_moves_has_not_rested()
    {
        using var editor = OpenEditor.Create();
        var at = editor.MiddleOf("Density");
        for (int i = 0; i < 40; i++)
        {
            editor.Window.Point(PointerKind.Move, new(at.X + (i % 3), at.Y));
            editor.View.Tick();
        }
        Assert.False(editor.View.Root!.Tooltip.IsVisible);
    }

    [Theory]
    [InlineData("press")]
    [InlineData("key")]
    [InlineData("wheel")]
    [InlineData("move")]
    [InlineData("leave")]
    public void It_goes_when_the_user_does_something(string what)
    {
        using var editor = OpenEditor.Create();
        byte[] before = editor.ToPng();
        var tooltip = Rest(editor, "Density");
        Assert.NotEqual(before, editor.ToPng());
        var at = editor.MiddleOf("Density");
        switch (what)
        {
            case "press":
                editor.Window.Click(at);
                break;
            case "key":
                editor.Window.Press(Key.End);
                break;
            case "wheel":
                editor.Window.Point(PointerKind.Wheel, at, wheel: 1);
                break;
            case "move":
                // Between the controls, where there is no help.
                editor.Window.Point(PointerKind.Move, new(22, 620));
                break;
            default:
                editor.Window.Point(PointerKind.Leave, new(500, -5));
                break;
        }
        Assert.False(tooltip.IsVisible);
        for (int tick = 0; tick < 40; tick++)
            editor.View.Tick();
        // It comes back only after the pointer was elsewhere.
        Assert.False(tooltip.IsVisible);
        Rest(editor, "Swing");
        Assert.True(tooltip.IsVisible);
    }

    [Fact]
    public void It_does_not_take_the_pointer_and_can_be_switched_off()
    {
        using var editor = OpenEditor.Create();
        var tooltip = Rest(editor, "Starts on");
        var over = new SKPoint(tooltip.Bounds.MidX, tooltip.Bounds.MidY);
        editor.Window.Point(PointerKind.Move, over);
        Assert.NotSame(tooltip, editor.View.Root!.Hovered);
        editor.Model.Settings = editor.Model.Settings with { ShowsTooltips = false };
        editor.View.Tick();
        Assert.False(Rest(editor, "Swing").IsVisible);
    }

    [Fact]
    public void It_does_not_say_again_what_the_help_line_says()
    {
        using var editor = OpenEditor.Create();
        var tooltip = Rest(editor, "Pitches");
        Assert.Equal("Re-roll the pitches. Right click: MIDI learn", tooltip.Reading);
        Assert.NotEqual(tooltip.Reading, editor.View.Root!.HelpText);
        // Nothing hides the roll.
        Assert.False(Rest(editor, "Piano roll").IsVisible);
    }

    private static Tooltip Rest(OpenEditor editor, string name)
    {
        editor.Window.Point(PointerKind.Move, editor.MiddleOf(name));
        for (int tick = 0; tick < 20; tick++)
            editor.View.Tick();
        return editor.View.Root!.Tooltip;
    }
}
