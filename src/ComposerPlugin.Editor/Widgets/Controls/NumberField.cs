using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A field for a whole number out of many, with its title above: click to type, drag up and down, the wheel, arrows, or its two
/// arrows.
/// </summary>
internal sealed class NumberField : ControlWidget
{
    /// <summary>The height that it needs, in units.</summary>
    public const float WantedHeight = 42;

    private const float FieldTop = 18, TitleTop = 12, TextInset = 9, ArrowsWidth = 20;

    // Units that a drag takes to the next number.
    private const float DragUnits = 3, FineDragUnits = 12;

    private readonly TextLine _text = new(Fonts.Normal);
    private double _dragged;
    private float _lastY;
    private bool _isMoved;

    /// <summary>A field for a parameter with steps.</summary>
    public NumberField(IControl control, ControlLabel label, ParameterMenu menu)
        : base(control, label, menu)
    {
    }

    /// <inheritdoc/>
    public override SKRect ValuePlace => Field;

    private SKRect Field => new(Bounds.Left, Bounds.Top + FieldTop, Bounds.Right, Bounds.Bottom);

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var field = Field;
        TitleLine.Draw(canvas, Bounds.Left, Bounds.Top + TitleTop, theme.Dim);
        canvas.DrawRoundRect(field, 5, 5, IsPointed ? theme.Hover : theme.Field);
        _text.Draw(canvas, field.Left + TextInset, field.MidY + 4.5f, theme.Text);
        DrawArrow(canvas, theme, field.MidY - 4.5f, -0.6f);
        DrawArrow(canvas, theme, field.MidY + 4.5f, 0.6f);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(field, -1, -1), 5, 5, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press or PointerKind.DoublePress when e.X >= Bounds.Right - ArrowsWidth && Field.Contains(e.X, e.Y):
                Step(e.Y < Field.MidY ? 1 : -1);
                break;
            case PointerKind.Press or PointerKind.DoublePress:
                (_dragged, _lastY, _isMoved) = (Control.Value, e.Y, false);
                Grab();
                break;
            case PointerKind.Move when IsHeld:
                _dragged = Math.Clamp(_dragged + ((_lastY - e.Y) / (e.Shift ? FineDragUnits : DragUnits) / Control.Steps), 0, 1);
                _isMoved |= e.Y != _lastY;
                _lastY = e.Y;
                MoveTo(Scale.Snap(_dragged, e.Shift));
                break;
            case PointerKind.Release when IsHeld:
                LetGo();
                if (!_isMoved && Bounds.Contains(e.X, e.Y))
                    StartTyping();
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
            Key.PageUp => 10,
            Key.PageDown => -10,
            _ => 0,
        };
        if (steps == 0)
            return base.KeyDown(e);
        Step(steps);
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

    private void Step(int by) => MoveBy((double)by / Control.Steps, isFine: false);

    private void DrawArrow(SKCanvas canvas, Theme theme, float y, float scale)
    {
        canvas.Save();
        canvas.Translate(Bounds.Right - 12, y);
        canvas.Scale(0.6f, scale);
        canvas.DrawPath(Icons.Down, theme.Dim);
        canvas.Restore();
    }
}
