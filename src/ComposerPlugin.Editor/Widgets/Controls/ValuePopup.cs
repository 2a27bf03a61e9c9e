using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A line over a widget in which its value is typed. Return sets it, Escape leaves it as it was.</summary>
internal sealed class ValuePopup : Popup
{
    private const float Width = 196, Height = 84, Inset = 10, FieldTop = 27, FieldHeight = 25;

    private readonly ControlWidget _widget;
    private readonly TextLine _title;
    private readonly TextLine _hint = new(Fonts.Small);
    private bool _isWrong;

    /// <summary>A line for a widget's value.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="first">The letter that was typed on the widget; 0: the present value stands in the line, to be typed over.</param>
    public ValuePopup(ControlWidget widget, char first)
    {
        _widget = widget;
        _title = new(Fonts.Small, widget.Label.Title);
        Hint(widget.RangeText);
        Field = new(widget.Label.Title, widget.ValueText) { Entered = Enter, Changed = _ => Correct() };
        if (first != '\0')
            Field.KeyDown(new(Key.None, first));
        Children = [Field];
    }

    /// <summary>Where it is typed.</summary>
    public TextField Field { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override Widget FirstKeys => Field;

    /// <inheritdoc/>
    public override string Reading => _hint.Text;

    /// <inheritdoc/>
    public override SKRect Place(SKSize window)
    {
        const float margin = 4;
        var value = _widget.ValuePlace;
        float left = Math.Clamp(value.MidX - (Width / 2), margin, window.Width - Width - margin);
        float top = Math.Clamp(value.MidY - FieldTop - (FieldHeight / 2), margin, window.Height - Height - margin);
        return SKRect.Create(left, top, Width, Height);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 6, 6, theme.Popup);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 6, 6, theme.Border);
        _title.Draw(canvas, Bounds.Left + Inset, Bounds.Top + 18, theme.Dim);
        _hint.Draw(canvas, Bounds.Left + Inset, Bounds.Bottom - 13, _isWrong ? theme.Error : theme.Dim);
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
    protected override void Arrange() =>
        Field.Bounds = SKRect.Create(Bounds.Left + Inset, Bounds.Top + FieldTop, Bounds.Width - (2 * Inset), FieldHeight);

    private void Enter(string text)
    {
        if (text.Trim().Length == 0 || _widget.TryType(text))
        {
            Close();
            return;
        }
        _isWrong = true;
        Hint(ControlStrings.NoValue(_widget.RangeText));
        Invalidate();
    }

    private void Correct()
    {
        if (!_isWrong)
            return;
        _isWrong = false;
        Hint(_widget.RangeText);
        Invalidate();
    }

    private void Hint(string text) => _hint.Set(text, Width - (2 * Inset));
}
