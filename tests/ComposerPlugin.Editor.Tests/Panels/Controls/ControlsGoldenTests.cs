using ComposerPlugin.Engine;
using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>How the controls look.</summary>
public class ControlsGoldenTests
{
    [Theory]
    [InlineData(PlayMode.Continue)]
    [InlineData(PlayMode.Trade)]
    [InlineData(PlayMode.Generate)]
    [InlineData(PlayMode.Vary)]
    [InlineData(PlayMode.Hold)]
    public void The_panel_in_every_mode(PlayMode mode)
    {
        using var editor = OpenEditor.Create(ModelIn(mode));
        Golden.Check(editor, $"controls-{mode.ToString().ToLowerInvariant()}", Panel(editor));
    }

    [Fact]
    public void The_panel_in_light() => Check("controls-light", editor => { }, new() { IsLight = true, HasSeenFirstRun = true });

    [Fact]
    public void The_panel_at_200_percent() => Check("controls-200", editor => { }, new() { Size = 200, HasSeenFirstRun = true });

    [Fact]
    public void Long_texts_fit_into_their_fields() => Check("controls-long", editor =>
    {
        var controls = editor.Model.Controls;
        controls.Key.Choose(3);
        controls.Scale.Choose(9);
        controls.Grid.Choose(4);
        controls.PhraseEnd.Choose(3);
        controls.AnswerBars.Choose(15);
        controls.Channel.Choose(16);
        controls.PreviewLevel!.Change(0);
        controls.Memory.Change(0);
    });

    [Fact]
    public void The_menu_of_scales() => Check(
        "controls-scales", editor => editor.Window.Click(editor.MiddleOf("Key and scale")), part: TopPopup);

    [Fact]
    public void The_menu_of_a_knob() => Check(
        "controls-menu", editor => editor.Window.Point(PointerKind.MenuPress, editor.MiddleOf("Surprise")), part: TopPopup);

    [Fact]
    public void A_typed_value_that_is_none() => Check("controls-typed", editor =>
    {
        editor.Window.Click(editor.MiddleOf("Density"));
        editor.Window.Type("9 bars");
        editor.Window.Press(Key.Return);
    });

    [Fact]
    public void The_page_of_other_controls() => Check("controls-more", editor =>
    {
        editor.Window.Click(editor.MiddleOf("More…"));
        editor.View.Tick();
    }, part: TopPopup);

    [Fact]
    public void The_page_of_other_controls_in_light() => Check("controls-more-light", editor =>
    {
        editor.Window.Click(editor.MiddleOf("More…"));
        editor.Window.Click(editor.MiddleOf("Lowest note"));
        editor.Window.Press(Key.Escape);
        editor.Window.Press(Key.Tab);
    }, new() { IsLight = true, HasSeenFirstRun = true }, TopPopup);

    [Fact]
    public void Focus_and_help() => Check("controls-focus", editor =>
    {
        while (editor.View.Root!.Focused is not { Name: "Memory" })
            editor.Window.Press(Key.Tab);
    });

    [Fact]
    public void A_tooltip() => Check("controls-tooltip", editor =>
    {
        editor.Window.Point(PointerKind.Move, editor.MiddleOf("Swing"));
        for (int tick = 0; tick < 20; tick++)
            editor.View.Tick();
    }, part: editor => OpenEditor.InsideOf(editor.View.Root!.Tooltip.Bounds));

    [Fact]
    public void An_error_and_lost_notes_in_the_status_line()
    {
        var model = ModelIn(PlayMode.Continue);
        model.Status = model.Status with
        {
            Message = "The style my-jam cannot be loaded: pitch.onnx is missing.", IsError = true, LateNotes = 12, Dropped = 3,
        };
        using var editor = OpenEditor.Create(model);
        Golden.Check(editor, "controls-error", Panel(editor));
    }

    private static FakeModel ModelIn(PlayMode mode)
    {
        var model = new FakeModel();
        model.Controls.Mode.Choose((int)mode);
        model.Controls.Key.Choose(2);
        model.Controls.Scale.Choose(1);
        model.Controls.Density.Change(0.6);
        return model;
    }

    // With the status line below it.
    private static SKRect Panel(OpenEditor editor) => new(0, editor.Find("Controls").Bounds.Top, 1040, 660);

    private static SKRect TopPopup(OpenEditor editor) => OpenEditor.InsideOf(editor.View.Root!.TopPopup!.Bounds);

    private static void Check(
        string name, Action<OpenEditor> act, EditorSettings? settings = null, Func<OpenEditor, SKRect>? part = null)
    {
        var model = ModelIn(PlayMode.Continue);
        if (settings is not null)
            model.Settings = settings;
        using var editor = OpenEditor.Create(model);
        act(editor);
        editor.View.Tick();
        Golden.Check(editor, name, (part ?? Panel)(editor));
    }
}
