using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

public class ControlsPanelTests
{
    // What stands in other panels.
    private static readonly string[] InHeader = [nameof(ControlSet.Mode), nameof(ControlSet.Style)];
    private static readonly string[] InTakes =
    [
        nameof(ControlSet.NewTake), nameof(ControlSet.PreviousTake), nameof(ControlSet.NextTake), nameof(ControlSet.Keep),
        nameof(ControlSet.RerollPitches), nameof(ControlSet.RerollRhythm), nameof(ControlSet.RerollVelocities), nameof(ControlSet.VaryTake),
    ];

    [Fact]
    public void Every_parameter_is_in_the_window()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        var widgets = All(editor.View.Root!).OfType<ControlWidget>().ToList();
        foreach (var property in typeof(ControlSet).GetProperties().Where(property => property.PropertyType == typeof(IControl)))
        {
            if (InHeader.Contains(property.Name) || InTakes.Contains(property.Name))
                continue;
            var control = (IControl)property.GetValue(editor.Model.Controls)!;
            Assert.True(widgets.Any(widget => widget.Edits(control)), $"{property.Name} is not in the window.");
        }
    }

    [Fact]
    public void Every_control_says_what_it_is_what_it_does_and_what_it_is_set_to()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Click(editor.MiddleOf("More…"));
        editor.View.Tick();
        foreach (var widget in All(editor.View.Root!).OfType<ControlWidget>())
        {
            Assert.NotEmpty(widget.Name);
            Assert.True(widget.Help.EndsWith('.'), widget.Name);
            Assert.True(widget.Reading.Length > 0 || widget is TriggerButton, widget.Name);
        }
    }

    [Theory]
    [InlineData(PlayMode.Continue, "Answer length", "Form")]
    [InlineData(PlayMode.Trade, "Turn length", "Form")]
    [InlineData(PlayMode.Vary, "Answer length", "Variation")]
    public void The_controls_that_count_in_the_mode_are_shown(PlayMode mode, string length, string knob)
    {
        using var editor = OpenEditor.Create();
        editor.Model.Controls.Mode.Choose((int)mode);
        editor.View.Tick();
        Assert.NotNull(editor.Find(length));
        Assert.NotNull(editor.Find(knob));
    }

    [Fact]
    public void A_control_that_is_held_stays_until_it_is_let_go()
    {
        using var editor = OpenEditor.Create();
        var at = editor.MiddleOf("Form");
        editor.Window.Point(PointerKind.Press, at);
        editor.Model.Controls.Mode.Choose((int)PlayMode.Vary);
        editor.View.Tick();
        Assert.NotNull(editor.Find("Form"));
        editor.Window.Point(PointerKind.Move, new(at.X, at.Y + 16));
        editor.Window.Point(PointerKind.Release, at);
        editor.View.Tick();
        Assert.Equal("50 %", editor.Find("Variation").Reading);
        Gestures.AssertWhole(editor.Model.Controls.Form);
        Assert.Empty(Gestures.Of(editor.Model.Controls.Variation));
    }

    [Fact]
    public void Without_an_audio_output_the_level_gives_way_to_what_passes_through()
    {
        var model = new FakeModel();
        model = new() { Controls = model.Controls with { PreviewLevel = null } };
        using var editor = OpenEditor.Create(model);
        Assert.Throws<InvalidOperationException>(() => editor.Find("Hear it"));
        Assert.Equal("On", editor.Find("MIDI thru").Reading);
    }

    [Fact]
    public void Tab_walks_through_all_controls_and_shows_where_it_is()
    {
        using var editor = OpenEditor.Create();
        var root = editor.View.Root!;
        List<string> names = [];
        do
        {
            Assert.True(editor.Window.Press(Key.Tab));
            names.Add(root.Focused!.Name);
            Assert.True(((IWidgetHost)editor.View).HasKeys(root.Focused));
        }
        while (names.Count < 2 || names[^1] != names[0]);
        string[] ours =
        [
            "Answer length", "Phrase end", "Starts on", "Grid", "Surprise", "Density", "Memory", "Form", "Key and scale", "Tonic",
            "Swing", "Velocity", "Channel", "Routing…", "Hear it", "More…",
        ];
        Assert.Equal(ours, names.SkipWhile(name => name != ours[0]).Take(ours.Length));
        editor.Window.Press(Key.Tab, shift: true);
        Assert.Equal(names[^2], root.Focused!.Name);
    }

    [Fact]
    public void The_ring_is_drawn_and_goes_with_the_keys()
    {
        using var editor = OpenEditor.Create();
        byte[] before = editor.ToPng();
        editor.Window.Click(editor.MiddleOf("Density"));
        editor.Window.Point(PointerKind.Leave, new(500, -5));
        Assert.Equal(before, editor.ToPng());
        editor.Window.Press(Key.Tab);
        Assert.NotEqual(before, editor.ToPng());
        editor.Window.Press(Key.Escape);
        Assert.Null(editor.View.Root!.Focused);
        Assert.Equal(before, editor.ToPng());
    }

    [Fact]
    public void All_controls_of_the_page_are_reached_and_moved_by_keys_alone()
    {
        using var editor = OpenEditor.Create();
        while (editor.View.Root!.Focused is not { Name: "More…" })
            editor.Window.Press(Key.Tab);
        editor.Window.Press(Key.Return);
        var widgets = All(editor.View.Root!.TopPopup!).OfType<ControlWidget>().ToList();
        for (int i = 0; i < widgets.Count; i++)
        {
            editor.Window.Press(Key.Tab);
            var widget = (ControlWidget)editor.View.Root.Focused!;
            Assert.Same(widgets[i], widget);
            editor.Window.Press(widget is TriggerButton ? Key.Return : Key.End);
            editor.Window.Press(Key.Home);
            Assert.NotEmpty(Gestures.Of(widget.Control is PercentControl percent ? percent.Factor : widget.Control));
        }
        editor.Window.Press(Key.Escape);
        Assert.Null(editor.View.Root.TopPopup);
        Assert.Equal("More…", editor.View.Root.Focused?.Name);
    }

    [Fact]
    public void The_space_bar_is_the_hosts_unless_it_works_what_has_the_keys()
    {
        using var editor = OpenEditor.Create();
        var space = new KeyEvent(Key.None, ' ');
        Assert.False(editor.View.KeyDown(space));
        foreach (string name in new[] { "Density", "Hear it", "Tonic" })
        {
            editor.Window.Click(editor.MiddleOf(name));
            Assert.False(editor.View.KeyDown(space));
        }
        editor.Window.Click(editor.MiddleOf("Grid"));
        editor.Window.Press(Key.Escape);
        Assert.False(editor.View.KeyDown(space));
        editor.Window.Press(Key.Tab);
        while (editor.View.Root!.Focused is not { Name: "Density" })
            editor.Window.Press(Key.Tab);
        Assert.False(editor.View.KeyDown(space));
        // Neither are letters, which play notes in some hosts.
        Assert.False(editor.View.KeyDown(new(Key.None, 'a')));
    }

    [Fact]
    public void Ticks_and_drawing_allocate_nothing_while_nothing_changes()
    {
        using var editor = OpenEditor.Create();
        editor.Window.Point(PointerKind.Move, editor.MiddleOf("Density"));
        var (host, controls) = ((IWidgetHost)editor.View, editor.Find("Controls"));
        double position = 500;
        // Until the tooltip is there.
        for (int i = 0; i < 40; i++)
            Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            editor.Model.Roll.Update(FakeModel.Snapshot(position));
            position = position < 560 ? position + 1 : 500;
            host.Invalidate(controls.Bounds);
            editor.View.Tick();
        }
    }

    [Fact]
    public void A_wider_window_has_wider_spaces_between_the_groups()
    {
        using var editor = OpenEditor.Create();
        float before = editor.Find("Channel").Bounds.Left - editor.Find("Velocity").Bounds.Right;
        editor.View.Resize(new(1240, 660));
        Assert.True(editor.Find("Channel").Bounds.Left - editor.Find("Velocity").Bounds.Right > before + 60);
        Assert.True(editor.Find("Hear it").Bounds.Right < 1240);
    }

    private static IEnumerable<Widget> All(Widget widget) => widget.Children.SelectMany(All).Prepend(widget);
}
