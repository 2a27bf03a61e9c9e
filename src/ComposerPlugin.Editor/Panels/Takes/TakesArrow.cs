using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] An end of the row of takes, with the number of takes beyond it. A press scrolls to them.</summary>
internal sealed class TakesArrow(TakeRow row, string name, SKPath icon, Action press) : Widget
{
    // Units.
    private const float Radius = 6, IconLift = 9, TextDrop = 14;

    private readonly TextLine _text = new(Fonts.Tiny);
    private string _help = "";
    private int _count;
    private bool _isPressed;

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string Reading => _text.Text;

    /// <inheritdoc/>
    public override string Help => _help;

    /// <summary>How many takes are beyond it.</summary>
    public int Count
    {
        get => _count;
        set
        {
            if (value == _count)
                return;
            _count = value;
            _help = TakeStrings.ScrollHelp(value, name);
            _text.Set(TakeStrings.Hidden(value));
            Invalidate();
        }
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        // A take that goes on under it is cut straight.
        canvas.DrawRect(Bounds, theme.Window);
        var ground = SKRect.Inflate(Bounds, -2, -1);
        canvas.DrawRoundRect(ground, Radius, Radius, Host!.HasPointer(this) ? theme.Hover : theme.Field);
        canvas.Save();
        canvas.Translate(Bounds.MidX, Bounds.MidY - IconLift);
        canvas.DrawPath(icon, theme.TextLine);
        canvas.Restore();
        _text.DrawCentred(canvas, Bounds.MidX, Bounds.MidY + TextDrop, theme.Text);
        if (Host.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(ground, -1, -1), Radius, Radius, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press or PointerKind.DoublePress:
                _isPressed = true;
                break;
            case PointerKind.Release when _isPressed:
                _isPressed = false;
                if (Bounds.Contains(e.X, e.Y))
                    press();
                break;
            case PointerKind.Wheel:
                row.Pointer(e);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (e.Key != Key.Return && !(e.Character == ' ' && Host!.HasKeys(this)))
            return false;
        press();
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }
}
