using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A popup in which one line of text is typed: Return takes it, Escape or a press outside does not.</summary>
internal sealed class TextPopup : Popup
{
    // Units.
    private const float Width = 300, Padding = 12, FieldHeight = 26, TitleHeight = 22, HintHeight = 20;

    private readonly SKRect _anchor;
    private readonly TextLine _title;
    private readonly TextLine _hint;
    private readonly TextField _field;

    /// <summary>A popup below an anchor.</summary>
    /// <param name="anchor">The anchor, in units.</param>
    /// <param name="title">What is typed.</param>
    /// <param name="hint">What Return does.</param>
    /// <param name="text">The text at first.</param>
    /// <param name="entered">Takes the text.</param>
    public TextPopup(SKRect anchor, string title, string hint, string text, Action<string> entered)
    {
        _anchor = anchor;
        _title = new(Fonts.Strong, title);
        _hint = new(Fonts.Small, hint);
        _field = new(title, text)
        {
            Entered = typed =>
            {
                Close();
                entered(typed);
            },
        };
        Children = [_field];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <summary>Opens it, and sends the keys to its field.</summary>
    public void Open(IWidgetHost host)
    {
        host.OpenPopup(this);
        host.Focus(_field);
    }

    /// <inheritdoc/>
    public override SKRect Place(SKSize window) => PlaceBelow(
        _anchor, new(Math.Max(Width, _hint.Width + (2 * Padding)), (2 * Padding) + TitleHeight + FieldHeight + HintHeight), window);

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 8, 8, theme.Popup);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 8, 8, theme.Border);
        _title.Draw(canvas, Bounds.Left + Padding, Bounds.Top + Padding + 11, theme.Text);
        _hint.Draw(canvas, Bounds.Left + Padding, Bounds.Bottom - Padding - 1, theme.Dim);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _title.Dispose();
        _hint.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => _field.Bounds =
        SKRect.Create(Bounds.Left + Padding, Bounds.Top + Padding + TitleHeight, Bounds.Width - (2 * Padding), FieldHeight);
}
