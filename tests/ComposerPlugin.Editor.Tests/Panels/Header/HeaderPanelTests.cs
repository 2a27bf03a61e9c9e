using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

public class HeaderPanelTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create();

    private FakeModel Model => _editor.Model;

    private string State => _editor.Find("State").Reading;

    public void Dispose()
    {
        _editor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_state_follows_the_audio_thread()
    {
        Assert.Equal("Answering, bar 2 of 4", State);
        Tick(FakeModel.Snapshot(7 * 96));
        Assert.Equal("Answering, bar 4 of 4", State);
        Tick(FakeModel.Snapshot(7 * 96) with { IsAnswering = false, HearsPhrase = true });
        Assert.Equal("Listening", State);
        Model.Status = Model.Status with { IsLoading = true };
        _editor.View.Tick();
        Assert.Equal("Loading the style", State);
    }

    [Fact]
    public void Only_the_state_is_drawn_again_when_it_changes()
    {
        // The playhead stays, so that the roll does too.
        Tick(_editor.Model.Engine with { IsAnswering = false });
        var part = _editor.Window.LastPart;
        var place = _editor.Find("State").Bounds;
        Assert.True(part.Left >= place.Left - 2 && part.Right <= place.Right + 2 && part.Bottom <= place.Bottom + 2, $"{part}");
    }

    [Fact]
    public void A_notice_opens_the_routing_page_by_click_and_by_key()
    {
        PlayWithoutMidi(11);
        Assert.Equal("No MIDI arrives: see Routing", State);
        _editor.Click("State");
        Assert.True(_editor.Has("Routing: how to hear it"));
        _editor.Window.Press(Key.Escape);
        Assert.False(_editor.Has("Routing: how to hear it"));
        _editor.View.Root!.Focus(_editor.Find("State"), isShown: true);
        _editor.Window.Press(Key.Return);
        Assert.True(_editor.Has("Routing: how to hear it"));
    }

    [Fact]
    public void A_state_that_is_no_notice_does_nothing()
    {
        _editor.Click("State");
        Assert.False(_editor.Has("Routing: how to hear it"));
        Assert.Null(_editor.View.Root!.Focused);
    }

    [Fact]
    public void The_mode_is_chosen_by_click_and_by_arrows()
    {
        var modes = _editor.Find("Mode").Bounds;
        _editor.Window.Click(new(modes.Left + (modes.Width * 0.3f), modes.MidY));
        Assert.Equal("Trade", _editor.Find("Mode").Reading);
        _editor.Window.Press(Key.Right);
        Assert.Equal("Generate", _editor.Find("Mode").Reading);
        _editor.Window.Press(Key.Home);
        Assert.Equal((int)PlayMode.Continue, Model.Controls.Mode.Entry());
        Assert.Equal(["begin", "0.25", "end", "begin", "0.5", "end", "begin", "0", "end"], ((FakeControl)Model.Controls.Mode).Gestures);
    }

    [Fact]
    public void The_wheel_over_the_style_steps_to_the_next_one()
    {
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Style"), wheel: -1);
        _editor.View.Tick();
        Assert.Equal(["choose preset-1"], Model.Styles.Asked);
        Assert.Equal("Bach soprano", _editor.Find("Style").Reading);
    }

    [Fact]
    public void The_style_opens_the_browser_and_the_keys_come_back_to_it()
    {
        _editor.View.Root!.Focus(_editor.Find("Style"), isShown: true);
        _editor.Window.Press(Key.Return);
        Assert.True(_editor.Has("Styles"));
        _editor.Window.Press(Key.Escape);
        Assert.False(_editor.Has("Styles"));
        Assert.Equal("Style", _editor.View.Root.Focused?.Name);
    }

    [Fact]
    public void A_name_that_is_too_long_is_cut()
    {
        Model.Styles.Add("Improvisations of a whole summer, all of them, second version");
        Model.Styles.Choose(Model.Styles.Items[^1]);
        _editor.View.Tick();
        Assert.EndsWith("…", _editor.Find("Style").Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_makes_no_garbage() => PanelAllocation.AssertNone(_editor);

    [Fact]
    public void The_header_looks_like_its_picture() => Golden.Check(_editor, "header", new(0, 0, 1040, 50));

    [Fact]
    public void A_notice_looks_like_its_picture()
    {
        PlayWithoutMidi(11);
        // All at once: smoothed edges that are drawn in parts may differ by one level.
        _editor.View.Root!.Invalidate();
        _editor.View.Tick();
        Golden.Check(_editor, "header-notice", new(0, 0, 1040, 50));
    }

    private void Tick(EngineSnapshot engine)
    {
        Model.Roll.Update(engine);
        _editor.View.Tick();
    }

    private void PlayWithoutMidi(int seconds)
    {
        for (int i = 0; i <= seconds * 30; i++)
            Tick(FakeModel.Snapshot(i * 1.6) with { PlayedNotes = 0, IsAnswering = false });
    }
}
