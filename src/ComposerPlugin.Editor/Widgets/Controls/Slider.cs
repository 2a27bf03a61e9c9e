using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A horizontal slider with its title and value above. A press beside the handle moves it there; Shift drags finely; a double click
/// sets the default.
/// </summary>
internal sealed class Slider : ControlWidget
{
    /// <summary>The height that it needs, in units.</summary>
    public const float WantedHeight = 42;

    private const float TitleTop = 12, TrackTop = 29, HandleRadius = 6.5f, FineDrag = 10;

    private readonly TextLine _text = new(Fonts.Small);
    private double _dragged;
    private float _lastX;

    /// <summary>A slider for a parameter.</summary>
    public Slider(IControl control, ControlLabel label, ParameterMenu menu)
        : base(control, label, menu)
    {
    }

    /// <inheritdoc/>
    public override SKRect ValuePlace => new(Bounds.Left, Bounds.Top + TrackTop - 12, Bounds.Right, Bounds.Top + TrackTop + 12);

    private float First => Bounds.Left + HandleRadius + 1;

    private float Length => Bounds.Width - (2 * (HandleRadius + 1));

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        float y = Bounds.Top + TrackTop, x = First + (float)(Value * Length);
        TitleLine.Draw(canvas, Bounds.Left, Bounds.Top + TitleTop, theme.Dim);
        _text.DrawRight(canvas, Bounds.Right, Bounds.Top + TitleTop, theme.Text);
        canvas.DrawLine(Bounds.Left + 2, y, Bounds.Right - 2, y, theme.Track);
        if (Value > 0)
            canvas.DrawLine(Bounds.Left + 2, y, x, y, theme.Value);
        canvas.DrawCircle(x, y, IsPointed ? HandleRadius + 0.8f : HandleRadius, theme.Text);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(new(Bounds.Left + 1, y - 11, Bounds.Right - 1, y + 11), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press:
                Press(e);
                break;
            case PointerKind.DoublePress:
                Reset();
                break;
            case PointerKind.Move when IsHeld:
                _dragged += (e.X - _lastX) / (e.Shift ? Length * FineDrag : Length);
                _lastX = e.X;
                MoveTo(Scale.Snap(_dragged, e.Shift));
                break;
            case PointerKind.Release:
                LetGo();
                break;
            default:
                base.Pointer(e);
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (IsHeld || e.Control)
            return base.KeyDown(e);
        int steps = e.Key switch
        {
            Key.Up or Key.Right => 1,
            Key.Down or Key.Left => -1,
            _ => 0,
        };
        if (steps == 0)
            return base.KeyDown(e);
        MoveBy(steps * Scale.Step(e.Shift), e.Shift);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Shown() => _text.Set(ValueText);

    // The handle stays under the pointer, also where it is taken beside its middle.
    private void Press(in PointerEvent e)
    {
        Grab();
        (_dragged, _lastX) = (Control.Value, e.X);
        if (Math.Abs(e.X - First - (Control.Value * Length)) <= HandleRadius + 1)
            return;
        _dragged = (e.X - First) / Length;
        MoveTo(Scale.Snap(_dragged, e.Shift));
    }
}
