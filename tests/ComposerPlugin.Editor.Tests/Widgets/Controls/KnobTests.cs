using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

public class KnobTests
{
    [Fact]
    public void A_drag_is_one_gesture_from_press_to_release()
    {
        using var editor = OpenEditor.Create();
        var (density, at) = (editor.Model.Controls.Density, editor.MiddleOf("Density"));
        editor.Window.Point(PointerKind.Move, at);
        editor.Window.Point(PointerKind.Press, at);
        Assert.Equal(["begin"], Gestures.Of(density));
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 16));
        Assert.Equal(["begin", "0.6"], Gestures.Of(density));
        editor.Window.Point(PointerKind.Move, new(at.X + 50, at.Y - 16));
        editor.Window.Point(PointerKind.Move, new(at.X + 50, at.Y + 16));
        editor.Window.Point(PointerKind.Release, new(at.X + 50, at.Y + 16));
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 80));
        Assert.Equal(["begin", "0.6", "0.4", "end"], Gestures.Of(density));
        Assert.Equal("-20 %", editor.Find("Density").Reading);
    }

    [Fact]
    public void Shift_drags_ten_times_as_finely()
    {
        using var editor = OpenEditor.Create();
        var (swing, at) = (editor.Model.Controls.Swing, editor.MiddleOf("Swing"));
        editor.Window.Drag(at, new(at.X, at.Y - 64), shift: true);
        Assert.Equal(0.04, swing.Value, 6);
        Gestures.AssertWhole(swing);
        editor.Window.Drag(at, new(at.X, at.Y - 64));
        Assert.Equal(0.44, swing.Value, 6);
        Assert.Equal("61 %", editor.Find("Swing").Reading);
    }

    [Fact]
    public void A_drag_goes_from_one_round_number_to_the_next_and_stops_at_the_ends()
    {
        using var editor = OpenEditor.Create();
        var (surprise, at) = (editor.Model.Controls.Surprise, editor.MiddleOf("Surprise"));
        editor.Window.Drag(at, new(at.X, at.Y - 7));
        Assert.Equal("109 %", editor.Find("Surprise").Reading);
        editor.Window.Drag(at, new(at.X, at.Y - 400));
        Assert.Equal(1, surprise.Value);
        // No way back to be made up for.
        editor.Window.Point(PointerKind.Press, at);
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 100));
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 84));
        editor.Window.Point(PointerKind.Release, new(at.X, at.Y - 84));
        Assert.Equal(0.9, surprise.Value, 6);
    }

    [Fact]
    public void A_double_click_sets_the_default_as_a_gesture_of_its_own()
    {
        using var editor = OpenEditor.Create();
        var (density, at) = (editor.Model.Controls.Density, editor.MiddleOf("Density"));
        density.Change(0.8);
        editor.View.Tick();
        Gestures.Of(density).Clear();
        editor.Window.Click(at);
        editor.Window.Point(PointerKind.DoublePress, at);
        editor.Window.Point(PointerKind.Release, at);
        Assert.Equal(["begin", "end", "begin", "0.5", "end"], Gestures.Of(density));
    }

    [Fact]
    public void Each_notch_of_the_wheel_is_a_gesture_and_parts_of_notches_add_up()
    {
        using var editor = OpenEditor.Create();
        var (variation, at) = (editor.Model.Controls.Memory, editor.MiddleOf("Memory"));
        editor.Window.Point(PointerKind.Wheel, at, wheel: 1);
        editor.Window.Point(PointerKind.Wheel, at, wheel: -2);
        Assert.Equal(["begin", "0.52", "end", "begin", "0.48", "end"], Gestures.Of(variation));
        for (int i = 0; i < 4; i++)
            editor.Window.Point(PointerKind.Wheel, at, wheel: 0.25f);
        Assert.Equal(9, Gestures.Of(variation).Count);
        editor.Window.Point(PointerKind.Wheel, at, wheel: 1, shift: true);
        Assert.Equal(0.505, variation.Value, 6);
    }

    [Theory]
    [InlineData(Key.Up, false, "0.505")]
    [InlineData(Key.Right, false, "0.505")]
    [InlineData(Key.Down, false, "0.495")]
    [InlineData(Key.Left, false, "0.495")]
    [InlineData(Key.Down, true, "0.5")]
    [InlineData(Key.PageUp, false, "0.6")]
    [InlineData(Key.Home, false, "0")]
    [InlineData(Key.End, false, "1")]
    public void A_key_is_a_gesture(Key key, bool shift, string value)
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("Density"));
        Gestures.Of(editor.Model.Controls.Density).Clear();
        Assert.True(editor.Window.Press(key, shift));
        Assert.Equal(["begin", "end"], Gestures.Of(editor.Model.Controls.Density).Where((_, at) => at != 1));
        Assert.Equal(double.Parse(value, System.Globalization.CultureInfo.InvariantCulture), editor.Model.Controls.Density.Value, 0.0006);
    }

    [Fact]
    public void Delete_sets_the_default_and_is_no_gesture_where_it_is_set()
    {
        using var editor = OpenEditor.Create();
        var surprise = editor.Model.Controls.Surprise;
        editor.Window.Click(editor.MiddleOf("Surprise"));
        editor.Window.Press(Key.Up);
        Gestures.Of(surprise).Clear();
        editor.Window.Press(Key.Delete);
        Assert.Equal(Gestures.Of("0.5"), Gestures.Of(surprise));
        Assert.True(editor.Window.Press(Key.Delete));
        Assert.Equal(3, Gestures.Of(surprise).Count);
    }

    [Fact]
    public void Escape_in_a_drag_takes_it_back_and_ends_the_gesture()
    {
        using var editor = OpenEditor.Create();
        var (density, at) = (editor.Model.Controls.Density, editor.MiddleOf("Density"));
        editor.Window.Point(PointerKind.Press, at);
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 16));
        Assert.True(editor.Window.Press(Key.Escape));
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 40));
        editor.Window.Point(PointerKind.Release, new(at.X, at.Y - 40));
        Assert.Equal(["begin", "0.6", "0.5", "end"], Gestures.Of(density));
    }

    [Fact]
    public void A_drag_ends_when_the_window_closes_or_another_button_goes_down()
    {
        var model = new FakeModel();
        using (var editor = OpenEditor.Create(model))
        {
            var at = editor.MiddleOf("Density");
            editor.Window.Point(PointerKind.Press, at);
            editor.Window.Point(PointerKind.Leave, new(at.X, -10));
            Assert.Equal(["begin"], Gestures.Of(model.Controls.Density));
            editor.Window.Point(PointerKind.MenuPress, at);
            Assert.Equal(["begin", "end"], Gestures.Of(model.Controls.Density));
            editor.Window.Press(Key.Escape);
            editor.Window.Point(PointerKind.Release, at);
            editor.Window.Point(PointerKind.Press, at);
        }
        Assert.Equal(["begin", "end", "begin", "end"], Gestures.Of(model.Controls.Density));
    }

    [Fact]
    public void Automation_moves_it_but_not_while_the_user_holds_it()
    {
        using var editor = OpenEditor.Create();
        var (density, knob, at) = ((FakeControl)editor.Model.Controls.Density, editor.Find("Density"), editor.MiddleOf("Density"));
        density.Value = 0.75;
        Assert.Equal("0 %", knob.Reading);
        editor.View.Tick();
        Assert.Equal("+50 %", knob.Reading);
        Assert.Equal(editor.Window.LastPart, SKRectI.Intersect(editor.Window.LastPart, Grown(knob.Bounds)));

        editor.Window.Point(PointerKind.Press, at);
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 16));
        density.Value = 0.1;
        editor.View.Tick();
        Assert.Equal("+70 %", knob.Reading);
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 32));
        Assert.Equal(["begin", "0.85", "0.95"], density.Gestures);
        density.Value = 0.1;
        editor.Window.Point(PointerKind.Release, at);
        editor.View.Tick();
        Assert.Equal("-80 %", knob.Reading);
    }

    private static SKRectI Grown(SKRect bounds) => SKRectI.Ceiling(SKRect.Inflate(bounds, 3, 3));
}
