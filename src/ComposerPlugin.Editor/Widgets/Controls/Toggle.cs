using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A switch with its name beside it.</summary>
internal sealed class Toggle : ControlWidget
{
    /// <summary>The height that it needs, in units.</summary>
    public const float WantedHeight = 24;

    /// <summary>How far its picture begins inside it, in units.</summary>
    public const float Inset = 3;

    private const float SwitchWidth = 28, SwitchHeight = 16, Gap = 9;

    private readonly TextLine _text;
    private bool _isPressed;

    /// <summary>A switch for a parameter with two values.</summary>
    public Toggle(IControl control, ControlLabel label, ParameterMenu menu)
        : base(control, label, menu) => _text = new(Fonts.Normal, label.Title);

    /// <inheritdoc/>
    public override bool CanType => false;

    private bool IsOn => Value > 0.5;

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var place = SKRect.Create(Bounds.Left + Inset, Bounds.MidY - (SwitchHeight / 2), SwitchWidth, SwitchHeight);
        canvas.DrawRoundRect(place, SwitchHeight / 2, SwitchHeight / 2, IsOn ? theme.Accent : IsPointed ? theme.Hover : theme.Field);
        if (!IsOn)
            canvas.DrawRoundRect(SKRect.Inflate(place, -0.5f, -0.5f), SwitchHeight / 2, SwitchHeight / 2, theme.Border);
        float x = IsOn ? place.Right - (SwitchHeight / 2) : place.Left + (SwitchHeight / 2);
        canvas.DrawCircle(x, place.MidY, (SwitchHeight / 2) - 3, IsOn ? theme.OnAccent : theme.Dim);
        _text.Draw(canvas, place.Right + Gap, Bounds.MidY + 4.5f, theme.Text);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press or PointerKind.DoublePress:
                _isPressed = true;
                break;
            case PointerKind.Release:
                if (_isPressed && Bounds.Contains(e.X, e.Y))
                    Change(IsOn ? 0 : 1);
                _isPressed = false;
                break;
            default:
                base.Pointer(e);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (e.Control)
            return base.KeyDown(e);
        switch (e.Key)
        {
            case Key.Return:
            case Key.None when e.Character == ' ' && Host!.HasKeys(this):
                Change(IsOn ? 0 : 1);
                return true;
            case Key.Left or Key.Down:
                Change(0);
                return true;
            case Key.Right or Key.Up:
                Change(1);
                return true;
            default:
                return base.KeyDown(e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }
}
