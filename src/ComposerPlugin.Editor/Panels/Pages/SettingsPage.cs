using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] How the window looks, and the way to the other pages.</summary>
internal sealed class SettingsPage : Popup
{
    private const float Width = 340, Row = 38, LabelWidth = 92, Padding = 16, ButtonHeight = 28, ButtonGap = 6, PagesGap = 12;

    private readonly IEditorModel _model;
    private readonly SKRect _anchor;
    private readonly TextLine[] _labels =
        [new(Fonts.Normal, PageStrings.Size), new(Fonts.Normal, PageStrings.Theme), new(Fonts.Normal, PageStrings.Tooltips)];

    private readonly Button[] _sizes;
    private readonly Button[] _themes;
    private readonly Button[] _tooltips;
    private readonly Button[] _pages;
    private EditorSettings? _shown;

    /// <summary>The settings of a window, below its button.</summary>
    /// <param name="model">The model.</param>
    /// <param name="anchor">The place of the button, in units.</param>
    public SettingsPage(IEditorModel model, SKRect anchor)
    {
        (_model, _anchor) = (model, anchor);
        _sizes = [.. EditorSettings.Sizes.Select(size => Choice(
            PageStrings.Percent(size), PageStrings.SizeHelp, () => _model.Settings = _model.Settings with { Size = size }))];
        _themes =
        [
            Choice(PageStrings.Dark, PageStrings.ThemeHelp, () => _model.Settings = _model.Settings with { IsLight = false }),
            Choice(PageStrings.Light, PageStrings.ThemeHelp, () => _model.Settings = _model.Settings with { IsLight = true }),
        ];
        _tooltips =
        [
            Choice(PageStrings.On, PageStrings.TooltipsHelp, () => _model.Settings = _model.Settings with { ShowsTooltips = true }),
            Choice(PageStrings.Off, PageStrings.TooltipsHelp, () => _model.Settings = _model.Settings with { ShowsTooltips = false }),
        ];
        _pages =
        [
            Choice(PageStrings.MidiLearn, PageStrings.MidiLearnHelp, () => Open(new LearnPage(_model))),
            Choice(PageStrings.Routing, PageStrings.RoutingHelp, () => Open(new RoutingPage(_model))),
            Choice(PageStrings.FirstSteps, PageStrings.FirstStepsHelp, () => Open(new FirstRunPage(_model))),
        ];
        Children = [.. _sizes, .. _themes, .. _tooltips, .. _pages];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override string Name => PageStrings.Settings;

    /// <inheritdoc/>
    public override SKRect Place(SKSize window) =>
        PlaceBelow(_anchor, new(Width, (4 * Row) + PagesGap + ButtonHeight + (2 * Padding)), window);

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        var settings = _model.Settings;
        if (ReferenceEquals(settings, _shown))
            return;
        _shown = settings;
        for (int i = 0; i < _sizes.Length; i++)
        {
            bool fits = Host!.Fits(EditorSettings.Sizes[i]);
            _sizes[i].IsOn = EditorSettings.Sizes[i] == settings.Size;
            _sizes[i].IsEnabled = fits || _sizes[i].IsOn;
            _sizes[i].HelpText = fits ? PageStrings.SizeHelp : PageStrings.SizeTooLarge;
        }
        (_themes[0].IsOn, _themes[1].IsOn) = (!settings.IsLight, settings.IsLight);
        (_tooltips[0].IsOn, _tooltips[1].IsOn) = (settings.ShowsTooltips, !settings.ShowsTooltips);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 8, 8, theme.Popup);
        for (int i = 0; i < _labels.Length; i++)
            _labels[i].Draw(canvas, Bounds.Left + Padding, RowTop(i == 0 ? 0 : i + 1) + (ButtonHeight / 2) + 4.5f, theme.Dim);
        float line = _pages[0].Bounds.Top - 11;
        canvas.DrawLine(Bounds.Left + Padding, line, Bounds.Right - Padding, line, theme.Border);
        base.Draw(canvas, theme, part);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 8, 8, theme.Border);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var label in _labels)
            label.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float left = Bounds.Left + LabelWidth, right = Bounds.Right - Padding;
        PlaceRow(_sizes.AsSpan(0, 3), left, right, RowTop(0));
        PlaceRow(_sizes.AsSpan(3), left, right, RowTop(0) + ButtonHeight + ButtonGap);
        PlaceRow(_themes, left, right, RowTop(2));
        PlaceRow(_tooltips, left, right, RowTop(3));
        PlaceRow(_pages, Bounds.Left + Padding, right, RowTop(4) + PagesGap);
    }

    private static void PlaceRow(ReadOnlySpan<Button> row, float left, float right, float top)
    {
        float width = (right - left - ((row.Length - 1) * ButtonGap)) / row.Length;
        for (int i = 0; i < row.Length; i++)
            row[i].Bounds = SKRect.Create(left + (i * (width + ButtonGap)), top, width, ButtonHeight);
    }

    private static Button Choice(string name, string help, Action press) => new(name, press) { HelpText = help };

    private float RowTop(int row) => Bounds.Top + Padding + (row * Row);

    private void Open(Popup page)
    {
        var host = Host!;
        Close();
        host.OpenPopup(page);
    }
}
