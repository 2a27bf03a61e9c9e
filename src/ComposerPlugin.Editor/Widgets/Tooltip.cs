using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A few words about a widget in a small box below or above it, once the pointer has rested on it. It never takes the pointer.
/// </summary>
internal sealed class Tooltip : Widget
{
    // About 0.6 s.
    private const int TicksOfRest = 18;
    private const float Widest = 260, Inset = 9, Margin = 4, Gap = 5, HelpLine = 36;

    private readonly TextBlock _text = new(Fonts.Small, 15);
    private string _tip = "";
    private int _rested;
    private bool _isQuiet;

    /// <summary>A tooltip that is not shown yet.</summary>
    public Tooltip() => IsVisible = false;

    /// <inheritdoc/>
    public override string Name => "Tooltip";

    /// <inheritdoc/>
    public override string Reading => _tip;

    /// <summary>The pointer moved on its widget: it has not rested yet.</summary>
    public void Moved() => _rested = 0;

    /// <summary>The pointer is over another widget.</summary>
    public void Left()
    {
        Hide();
        (_rested, _isQuiet) = (0, false);
    }

    /// <summary>The user does something: it stays away until the pointer is over another widget.</summary>
    public void Silence()
    {
        Hide();
        _isQuiet = true;
    }

    /// <summary>A tick while the pointer is over something.</summary>
    /// <param name="widget">What it is over; null if there is nothing.</param>
    /// <param name="x">The pointer, in units.</param>
    public void Rest(Widget? widget, float x)
    {
        if (_isQuiet || IsVisible || widget is null || ++_rested < TicksOfRest)
            return;
        _tip = widget.Tip;
        if (_tip.Length == 0)
        {
            _isQuiet = true;
            return;
        }
        // A sign of percent stays with its number.
        string unbroken = _tip.Replace(" %", "\u00A0%", StringComparison.Ordinal);
        _text.Set(unbroken, Widest);
        var window = Host!.Size;
        float width = Math.Min(Fonts.Small.MeasureText(unbroken), Widest) + (2 * Inset), height = _text.Height + (2 * Inset) - 8;
        float left = Math.Clamp(x + 8, Margin, Math.Max(Margin, window.Width - width - Margin));
        // Below the widget; above it where the help line would be covered.
        float top = widget.Bounds.Bottom + Gap;
        if (top + height > window.Height - HelpLine)
            top = widget.Bounds.Top - Gap - height;
        Bounds = SKRect.Create(left, Math.Max(Margin, top), width, height);
        IsVisible = true;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 5, 5, theme.Popup);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 5, 5, theme.Border);
        _text.Draw(canvas, Bounds.Left + Inset, Bounds.Top + Inset - 4, theme.Text);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }

    private void Hide()
    {
        if (!IsVisible)
            return;
        IsVisible = false;
        Invalidate();
    }
}
