using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The bar at the top: the style, the mode, and what the plugin is doing, in words.</summary>
internal sealed class HeaderPanel : Widget
{
    private const float FieldHeight = 28, NameWidth = 118, StyleWidth = 232, ModesWidth = 390;

    private readonly IEditorModel _model;
    private readonly TextLine _name = new(Fonts.Title, HeaderStrings.Product);
    private readonly TextLine _state = new(Fonts.Normal);
    private readonly StyleField _style;
    private readonly Segments _modes;
    private readonly Button _settings;
    private (int State, long Bar, long Bars) _shown = (-1, 0, 0);

    /// <summary>The header of a model.</summary>
    /// <param name="model">The model.</param>
    public HeaderPanel(IEditorModel model)
    {
        _model = model;
        _style = new(model.Styles, () => Host!.OpenPopup(new StyleBrowser(model, _style!.Bounds)));
        _modes = new(HeaderStrings.Mode, model.Controls.Mode, HeaderStrings.ModeHelp);
        _settings = new(
            HeaderStrings.Settings, () => Host!.OpenPopup(new SettingsPage(model, _settings!.Bounds)), Icons.Settings, showsText: false)
        {
            HelpText = HeaderStrings.SettingsHelp, IsFlat = true,
        };
        Children = [_style, _modes, _settings];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override string Name => "State";

    /// <inheritdoc/>
    public override string Reading => _state.Text;

    private SKRect StatePlace => new(_modes.Bounds.Right + 20, Bounds.Top, _settings.Bounds.Left - 6, Bounds.Bottom);

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        var state = StateText.Of(_model.Engine, _model.Status, _model.Controls.Bypass.Value > 0.5);
        if (state == _shown)
            return;
        _shown = state;
        _state.Set(StateText.Of(state), StatePlace.Width - 20);
        Host?.Invalidate(StatePlace);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRect(Bounds, theme.Bar);
        _name.Draw(canvas, Bounds.Left + 18, Bounds.MidY + 6, theme.Text);
        var place = StatePlace;
        if (StateText.IsPlaying(_shown))
            canvas.DrawCircle(place.Left + 6, place.MidY, 5, theme.Accent);
        else
            canvas.DrawCircle(place.Left + 6, place.MidY, 4.3f, theme.PlayedLine);
        _state.Draw(canvas, place.Left + 18, place.MidY + 4.5f, theme.Text);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _name.Dispose();
        _state.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float top = Bounds.MidY - (FieldHeight / 2);
        _style.Bounds = SKRect.Create(Bounds.Left + NameWidth, top, StyleWidth, FieldHeight);
        _modes.Bounds = SKRect.Create(_style.Bounds.Right + 22, top, ModesWidth, FieldHeight);
        _settings.Bounds = SKRect.Create(Bounds.Right - 18 - FieldHeight, top, FieldHeight, FieldHeight);
        _shown = (-1, 0, 0);
    }
}
