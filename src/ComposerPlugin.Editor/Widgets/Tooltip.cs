using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The help of a widget in a small box near the pointer, which has rested on it. It never takes the pointer.</summary>
internal sealed class Tooltip : Widget
{
    // About 0.6 s.
    private const int TicksOfRest = 18;
    private const float Widest = 260, Inset = 9, Margin = 4, Gap = 5, MostCovered = 100;

    private readonly TextBlock _text = new(Fonts.Small, 15);
    private string _help = "";
    private int _rested;
    private bool _isQuiet;

    /// <summary>A tooltip that is not shown yet.</summary>
    public Tooltip() => IsVisible = false;

    /// <inheritdoc/>
    public override string Name => "Tooltip";

    /// <inheritdoc/>
    public override string Reading => _help;

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
    /// <param name="help">The help of what it is over; null if there is none.</param>
    /// <param name="widget">Where that is, in units.</param>
    /// <param name="x">The pointer, in units.</param>
    /// <param name="y">The pointer, in units.</param>
    public void Rest(string? help, SKRect widget, float x, float y)
    {
        if (IsVisible && help != _help)
            Hide();
        if (_isQuiet || IsVisible || string.IsNullOrEmpty(help) || ++_rested < TicksOfRest)
            return;
        _help = help;
        // A sign of percent stays with its number.
        string unbroken = help.Replace(" %", "\u00A0%", StringComparison.Ordinal);
        _text.Set(unbroken, Widest);
        var window = Host!.Size;
        float width = Math.Min(Fonts.Small.MeasureText(unbroken), Widest) + (2 * Inset), height = _text.Height + (2 * Inset) - 4;
        float left = Math.Clamp(x + 8, Margin, Math.Max(Margin, window.Width - width - Margin));
        // Below a small widget, so that all of it can be seen, or above it where there is no room; below the pointer on a large one.
        var (above, below) = widget.Height <= MostCovered ? (widget.Top - Gap, widget.Bottom + Gap) : (y - 12, y + 22);
        float top = below + height + Margin > window.Height ? above - height : below;
        Bounds = SKRect.Create(left, Math.Max(Margin, top), width, height);
        IsVisible = true;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 5, 5, theme.Popup);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 5, 5, theme.Border);
        _text.Draw(canvas, Bounds.Left + Inset, Bounds.Top + Inset - 2, theme.Text);
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
