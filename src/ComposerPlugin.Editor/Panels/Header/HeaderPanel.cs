using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The bar at the top: the style, the mode, and what the plugin is doing.</summary>
internal sealed class HeaderPanel : Widget
{
    private const float FieldHeight = 28, NameWidth = 118, StyleWidth = 232, ModesWidth = 390, Margin = 18;

    private readonly TextLine _name = new(Fonts.Title, HeaderStrings.Product);
    private readonly StyleField _style;
    private readonly Segments _modes;
    private readonly StateLabel _state;
    private readonly Button _settings;

    /// <summary>The header of a model.</summary>
    public HeaderPanel(IEditorModel model)
    {
        _style = new(model.Styles, () => Host!.OpenPopup(new StyleBrowser(model)));
        _modes = new(HeaderStrings.Mode, model.Controls.Mode, HeaderStrings.ModeHelp);
        _state = new(model);
        _settings = new(
            HeaderStrings.Settings, () => Host!.OpenPopup(new SettingsPage(model, _settings!.Bounds)), Icons.Settings, showsText: false)
        {
            HelpText = HeaderStrings.SettingsHelp, TipText = "", IsFlat = true,
        };
        Children = [_style, _modes, _state, _settings];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRect(Bounds, theme.Bar);
        _name.Draw(canvas, Bounds.Left + Margin, Bounds.MidY + 6, theme.Text);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _name.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float top = Bounds.MidY - (FieldHeight / 2);
        _style.Bounds = SKRect.Create(Bounds.Left + NameWidth, top, StyleWidth, FieldHeight);
        _modes.Bounds = SKRect.Create(_style.Bounds.Right + 22, top, ModesWidth, FieldHeight);
        _settings.Bounds = SKRect.Create(Bounds.Right - Margin - FieldHeight, top, FieldHeight, FieldHeight);
        _state.Bounds = new(_modes.Bounds.Right + 20, top, _settings.Bounds.Left - 8, top + FieldHeight);
    }
}
