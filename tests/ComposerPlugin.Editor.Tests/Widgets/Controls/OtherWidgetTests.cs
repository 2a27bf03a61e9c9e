namespace ComposerPlugin.Editor.Tests;

/// <summary>Slider, switch, trigger and number.</summary>
public class OtherWidgetTests
{
    [Fact]
    public void A_press_beside_the_handle_of_a_slider_moves_it_there()
    {
        using var editor = OpenEditor.Create();
        var (level, slider) = (editor.Model.Controls.PreviewLevel!, editor.Find("Hear it").Bounds);
        editor.Window.Drag(new(slider.MidX, slider.Top + 29), new(slider.MidX + 31, slider.Top + 29));
        Assert.Equal(["begin", "0.5"], Gestures.Of(level).Take(2));
        Assert.Equal("-18 dB", editor.Find("Hear it").Reading);
        Gestures.AssertWhole(level);
        // On the handle, nothing jumps.
        Gestures.Of(level).Clear();
        editor.Window.Click(new(slider.MidX + 34, slider.Top + 29));
        Assert.Equal(["begin", "end"], Gestures.Of(level));
        editor.Window.Drag(new(slider.MidX + 34, slider.Top + 29), new(slider.Right + 80, slider.Top + 29));
        Assert.Equal(1, level.Value);
        editor.Window.Press(Key.Left);
        Assert.Equal("-1 dB", editor.Find("Hear it").Reading);
        editor.Window.Press(Key.Home);
        Assert.Equal("Off", editor.Find("Hear it").Reading);
        editor.Window.Point(PointerKind.Wheel, new(slider.MidX, slider.MidY), wheel: 1);
        Assert.Equal("-59 dB", editor.Find("Hear it").Reading);
        editor.Window.Point(PointerKind.DoublePress, new(slider.MidX, slider.Top + 29));
        Assert.Equal("-12 dB", editor.Find("Hear it").Reading);
    }

    [Fact]
    public void A_switch_changes_on_release_inside_it_as_one_gesture()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        var (auto, at) = (editor.Model.Controls.AutoApply, editor.MiddleOf("Hear changes"));
        editor.Window.Click(at);
        Assert.Equal(Gestures.Of("1"), Gestures.Of(auto));
        editor.Window.Drag(at, new(at.X, at.Y - 60));
        editor.Window.Press(Key.Return);
        Assert.Equal("Off", editor.Find("Hear changes").Reading);
        editor.Window.Press(Key.Right);
        editor.Window.Press(Key.Right);
        editor.Window.Press(Key.Delete);
        Assert.Equal(["1", "0", "1", "0"], Gestures.Of(auto).Where((_, at) => at % 3 == 1));
    }

    [Fact]
    public void A_trigger_is_pressed_and_let_go_in_one_gesture()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        editor.Window.Click(editor.MiddleOf("Capture B"));
        editor.Window.Press(Key.Return);
        Assert.Equal(["begin", "1", "end", "begin", "1", "end"], Gestures.Of(editor.Model.Controls.CaptureB));
    }

    [Fact]
    public void A_number_is_typed_after_a_click_dragged_or_stepped()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        var (seed, bounds) = (editor.Model.Controls.Seed, editor.Find("Seed").Bounds);
        editor.Window.Click(new(bounds.MidX, bounds.Bottom - 12));
        editor.Window.Type("4711");
        editor.Window.Press(Key.Return);
        Assert.Equal("4711", editor.Find("Seed").Reading);
        editor.Window.Drag(new(bounds.MidX, bounds.Bottom - 12), new(bounds.MidX, bounds.Bottom - 42));
        Assert.Equal("4721", editor.Find("Seed").Reading);
        editor.Window.Click(new(bounds.Right - 8, bounds.Bottom - 16));
        editor.Window.Click(new(bounds.Right - 8, bounds.Bottom - 16));
        editor.Window.Click(new(bounds.Right - 8, bounds.Bottom - 6));
        Assert.Equal("4722", editor.Find("Seed").Reading);
        editor.Window.Press(Key.PageDown);
        Assert.Equal("4712", editor.Find("Seed").Reading);
        Gestures.AssertWhole(seed);
    }

    [Fact]
    public void A_drag_on_a_page_ends_when_the_page_closes()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        var at = editor.MiddleOf("Morph A–B");
        editor.Window.Point(PointerKind.Press, at);
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y - 16));
        editor.View.Root!.Close(editor.View.Root.TopPopup!);
        Assert.Equal(["begin", "0.1", "end"], Gestures.Of(editor.Model.Controls.Morph));
    }
}
