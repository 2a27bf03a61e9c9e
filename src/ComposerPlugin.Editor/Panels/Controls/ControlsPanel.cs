using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The controls that are used most, in four groups; "More…" opens the others. Where a mode has a control of its own, it takes the
/// place of the one that does not count.
/// </summary>
internal sealed class ControlsPanel : Widget
{
    // The width of the drawing; a wider panel has wider spaces between the groups.
    private const float DesignWidth = 1004;
    private const float FieldWidth = 112, FieldGap = 8, KnobWidth = 62, KnobInset = 10, ScaleWidth = 124;
    private const float TitleBaseline = 21, FirstRow = 30, SecondRow = 74;

    private readonly IEditorModel _model;
    private readonly TextLine _play = new(Fonts.Strong, ControlStrings.Play), _notes = new(Fonts.Strong, ControlStrings.Notes);
    private readonly TextLine _feel = new(Fonts.Strong, ControlStrings.Feel), _output = new(Fonts.Strong, ControlStrings.Output);
    private readonly DropDown _length, _phraseEnd, _startOn, _grid, _channel;
    private readonly Knob _surprise, _density, _memory, _form, _swing, _velocity;
    private readonly KeyAndScaleField _scale;
    private readonly ScaleKeys _keys;
    private readonly Button _routing, _more;
    private readonly ControlWidget _hear;

    /// <summary>The controls of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="openRouting">Opens the page that says how to hear the plugin.</param>
    public ControlsPanel(IEditorModel model, Action openRouting)
    {
        _model = model;
        var (controls, menu) = (model.Controls, new ParameterMenu(model));
        _length = new(controls.AnswerBars, ControlStrings.AnswerBars, menu);
        _phraseEnd = new(controls.PhraseEnd, ControlStrings.PhraseEnd, menu);
        _startOn = new(controls.StartOn, ControlStrings.StartOn, menu);
        _grid = new(controls.Grid, ControlStrings.Grid, menu);
        _surprise = new(new PercentControl(controls.Surprise), ControlStrings.Surprise, menu);
        _density = new(controls.Density, ControlStrings.Density, menu);
        _memory = new(controls.Memory, ControlStrings.Memory, menu);
        _form = new(controls.Form, ControlStrings.Form, menu);
        _scale = new(controls.Key, controls.Scale, menu);
        _keys = new(controls.Key, controls.Scale, menu);
        _swing = new(controls.Swing, ControlStrings.Swing, menu);
        _velocity = new(controls.VelocityScale, ControlStrings.VelocityScale, menu);
        _channel = new(controls.Channel, ControlStrings.Channel, menu);
        _routing = new(ControlStrings.Routing, openRouting) { HelpText = ControlStrings.RoutingHelp };
        // Without an audio output there is nothing to hear: what goes out beside the answers stands there.
        _hear = controls.PreviewLevel is { } level
            ? new Slider(level, ControlStrings.PreviewLevel, menu) : new Toggle(controls.Thru, ControlStrings.Thru, menu);
        _more = new(ControlStrings.More, () => Host!.OpenPopup(new MorePage(model, menu, Bounds)))
        {
            HelpText = ControlStrings.MoreHelp, IsFlat = true,
        };
        Children =
        [
            _length, _phraseEnd, _startOn, _grid, _surprise, _density, _memory, _form, _scale, _keys, _swing, _velocity, _channel, _routing,
            _hear, _more,
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override string Name => ControlStrings.Controls;

    private float Spare => Math.Max(0, Bounds.Width - DesignWidth) / 3;

    /// <inheritdoc/>
    public override void Tick()
    {
        var (controls, mode) = (_model.Controls, (Engine.PlayMode)_model.Controls.Mode.Entry());
        if (mode == Engine.PlayMode.Trade)
            _length.Use(controls.TradeBars, ControlStrings.TradeBars);
        else
            _length.Use(controls.AnswerBars, ControlStrings.AnswerBars);
        if (mode == Engine.PlayMode.Vary)
            _form.Use(controls.Variation, ControlStrings.Variation);
        else
            _form.Use(controls.Form, ControlStrings.Form);
        _length.IsIdle = mode == Engine.PlayMode.Hold;
        _phraseEnd.IsIdle = mode is Engine.PlayMode.Generate or Engine.PlayMode.Hold;
        _startOn.IsIdle = mode != Engine.PlayMode.Continue;
        base.Tick();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 8, 8, theme.Card);
        float title = Bounds.Top + TitleBaseline;
        _play.Draw(canvas, _length.Bounds.Left, title, theme.Text);
        _notes.Draw(canvas, _surprise.Bounds.Left + KnobInset, title, theme.Text);
        _feel.Draw(canvas, _swing.Bounds.Left + KnobInset, title, theme.Text);
        _output.Draw(canvas, _channel.Bounds.Left, title, theme.Text);
        DrawDivider(canvas, theme, _phraseEnd.Bounds.Right, _surprise.Bounds.Left + KnobInset);
        DrawDivider(canvas, theme, _scale.Bounds.Right, _swing.Bounds.Left + KnobInset);
        DrawDivider(canvas, theme, _velocity.Bounds.Right - KnobInset, _channel.Bounds.Left);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _play.Dispose();
        _notes.Dispose();
        _feel.Dispose();
        _output.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float left = Bounds.Left + 16, first = Bounds.Top + FirstRow, second = Bounds.Top + SecondRow;
        _length.Bounds = SKRect.Create(left, first, FieldWidth, DropDown.WantedHeight);
        _startOn.Bounds = SKRect.Create(left, second, FieldWidth, DropDown.WantedHeight);
        _phraseEnd.Bounds = SKRect.Create(left + FieldWidth + FieldGap, first, FieldWidth, DropDown.WantedHeight);
        _grid.Bounds = SKRect.Create(left + FieldWidth + FieldGap, second, FieldWidth, DropDown.WantedHeight);

        left = Bounds.Left + 270 + Spare;
        PlaceKnobs(left, first, _surprise, _density, _memory, _form);
        left += (4 * KnobWidth) + 8;
        _scale.Bounds = SKRect.Create(left, first, ScaleWidth, DropDown.WantedHeight);
        _keys.Bounds = SKRect.Create(left, second + 10, ScaleWidth, DropDown.WantedHeight - 10);

        left = Bounds.Left + 672 + (2 * Spare);
        PlaceKnobs(left, first, _swing, _velocity);

        float right = Bounds.Right - 16, width = 170;
        _channel.Bounds = SKRect.Create(right - width, first, 92, DropDown.WantedHeight);
        _routing.Bounds = SKRect.Create(right - 70, first + 18, 70, 24);
        _hear.Bounds = _hear is Slider
            ? SKRect.Create(right - width, second, width, Slider.WantedHeight)
            : SKRect.Create(right - width - Toggle.Inset, second + 18, width + Toggle.Inset, Toggle.WantedHeight);
        _more.Bounds = SKRect.Create(right - _more.WantedWidth + 8, Bounds.Top + 5.5f, _more.WantedWidth, 22);
    }

    private static void PlaceKnobs(float left, float top, params ReadOnlySpan<Knob> knobs)
    {
        for (int i = 0; i < knobs.Length; i++)
            knobs[i].Bounds = SKRect.Create(left + (i * KnobWidth), top, KnobWidth, Knob.WantedHeight);
    }

    private void DrawDivider(SKCanvas canvas, Theme theme, float before, float after)
    {
        float x = MathF.Round((before + after) / 2) + 0.5f;
        canvas.DrawLine(x, Bounds.Top + 14, x, Bounds.Bottom - 14, theme.Line);
    }
}
