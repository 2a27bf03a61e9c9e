using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] How the window looks, and the way to the other pages.</summary>
internal sealed class SettingsPage : Popup
{
    private const float Width = 330, Row = 38, LabelWidth = 86, Padding = 14, ButtonHeight = 26;

    private readonly IEditorModel _model;
    private readonly SKRect _anchor;
    private readonly TextLine[] _labels = [new(Fonts.Small, PageStrings.Size), new(Fonts.Small, PageStrings.Theme), new(Fonts.Small, PageStrings.Tooltips)];
    private readonly Button[] _sizes;
    private readonly Button[] _themes;
    private readonly Button[] _tooltips;
    private readonly Button[] _pages;

    /// <summary>The settings of a window, below its button.</summary>
    public SettingsPage(IEditorModel model, SKRect anchor)
    {
        (_model, _anchor) = (model, anchor);
        _sizes = [.. EditorSettings.Sizes.Select(size => Choice($"{size} %", () => Use(_model.Settings with { Size = size })))];
        _themes =
        [
            Choice(PageStrings.Dark, () => Use(_model.Settings with { IsLight = false })),
            Choice(PageStrings.Light, () => Use(_model.Settings with { IsLight = true })),
        ];
        _tooltips =
        [
            Choice(PageStrings.On, () => Use(_model.Settings with { ShowsTooltips = true })),
            Choice(PageStrings.Off, () => Use(_model.Settings with { ShowsTooltips = false })),
        ];
        _pages =
        [
            Choice(PageStrings.MidiLearn, () => Open(new LearnPage(_model))),
            Choice(PageStrings.Routing, () => Open(new RoutingPage(_model))),
            Choice(PageStrings.FirstSteps, () => Open(new FirstRunPage(_model))),
        ];
        Children = [.. _sizes, .. _themes, .. _tooltips, .. _pages];
        Show();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override string Name => PageStrings.Settings;

    /// <inheritdoc/>
    public override SKRect Place(SKSize window) => PlaceBelow(_anchor, new(Width, (5 * Row) + (2 * Padding)), window);

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 8, 8, theme.Popup);
        for (int i = 0; i < _labels.Length; i++)
        {
            float y = Bounds.Top + Padding + ((i == 0 ? 0 : i + 1) * Row);
            _labels[i].Draw(canvas, Bounds.Left + Padding, y + 18, theme.Dim);
        }
        float line = _pages[0].Bounds.Top - 8;
        canvas.DrawLine(Bounds.Left + Padding, line, Bounds.Right - Padding, line, theme.Line);
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
        float top = Bounds.Top + Padding, left = Bounds.Left + LabelWidth, right = Bounds.Right - Padding;
        PlaceRow(_sizes.AsSpan(0, 3), left, right, top);
        PlaceRow(_sizes.AsSpan(3), left, right, top + Row - 6);
        PlaceRow(_themes, left, right, top + (2 * Row));
        PlaceRow(_tooltips, left, right, top + (3 * Row));
        PlaceRow(_pages, Bounds.Left + Padding, right, top + (4 * Row) + 8);
    }

    private static void PlaceRow(ReadOnlySpan<Button> row, float left, float right, float top)
    {
        const float gap = 6;
        float width = (right - left - ((row.Length - 1) * gap)) / row.Length;
        for (int i = 0; i < row.Length; i++)
            row[i].Bounds = SKRect.Create(left + (i * (width + gap)), top, width, ButtonHeight);
    }

    private static Button Choice(string name, Action press) => new(name, press);

    private void Use(EditorSettings settings)
    {
        _model.Settings = settings;
        Show();
    }

    private void Open(Popup page)
    {
        var host = Host!;
        Close();
        host.OpenPopup(page);
    }

    private void Show()
    {
        var settings = _model.Settings;
        for (int i = 0; i < _sizes.Length; i++)
            _sizes[i].IsOn = EditorSettings.Sizes[i] == settings.Size;
        (_themes[0].IsOn, _themes[1].IsOn) = (!settings.IsLight, settings.IsLight);
        (_tooltips[0].IsOn, _tooltips[1].IsOn) = (settings.ShowsTooltips, !settings.ShowsTooltips);
    }
}
