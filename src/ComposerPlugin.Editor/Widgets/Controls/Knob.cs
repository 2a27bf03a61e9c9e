using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A knob with its title above and its value below; one with a sign has a mark at its middle, 0, where its arc begins. Dragged up
/// and down, by Shift finely; a double click sets the default.
/// </summary>
internal sealed class Knob : ControlWidget
{
    /// <summary>The height that it needs, in units.</summary>
    public const float WantedHeight = 86;

    // The way of a drag through all values, in units; with Shift ten times as long.
    private const float DragLength = 160, FineDrag = 10;
    private const float Radius = 19, FaceRadius = 13, FirstAngle = 135, AllAngle = 270, CentreTop = 41, TitleTop = 12, ValueTop = 79;

    // The mark at the middle of a signed knob: outside the ring, in units; and its value where it is 0, in degrees.
    private const float MarkFrom = 3.5f, MarkTo = 5.5f, ZeroAngle = 8;

    private readonly TextLine _text = new(Fonts.Small);
    private double _dragged;
    private float _lastY;

    /// <summary>A knob for a parameter.</summary>
    public Knob(IControl control, ControlLabel label, ParameterMenu menu)
        : base(control, label, menu)
    {
    }

    /// <inheritdoc/>
    public override SKRect ValuePlace => new(Bounds.Left, Bounds.Top + ValueTop - 12, Bounds.Right, Bounds.Top + ValueTop + 4);

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        float x = Bounds.MidX, y = Bounds.Top + CentreTop, turned = (float)(AllAngle * Value);
        var ring = new SKRect(x - Radius, y - Radius, x + Radius, y + Radius);
        canvas.DrawArc(ring, FirstAngle, AllAngle, false, theme.Track);
        // A signed value is drawn from the middle, where it is 0.
        float from = Scale.IsSigned ? AllAngle / 2 : 0;
        if (Math.Abs(turned - from) > 0.5f)
            canvas.DrawArc(ring, FirstAngle + from, turned - from, false, theme.Value);
        if (Scale.IsSigned)
        {
            if (Math.Abs(turned - from) < ZeroAngle)
                canvas.DrawArc(ring, FirstAngle + from - (ZeroAngle / 2), ZeroAngle, false, theme.Value);
            canvas.DrawLine(x, y - Radius - MarkFrom, x, y - Radius - MarkTo, theme.DimLine);
        }
        canvas.DrawCircle(x, y, FaceRadius, IsPointed ? theme.Hover : theme.KnobFace);
        var (sin, cos) = MathF.SinCos((FirstAngle + turned) * MathF.PI / 180);
        canvas.DrawLine(x + (4 * cos), y + (4 * sin), x + (10 * cos), y + (10 * sin), theme.Hand);
        TitleLine.DrawCentred(canvas, x, Bounds.Top + TitleTop, theme.Dim);
        _text.DrawCentred(canvas, x, Bounds.Top + ValueTop, theme.Text);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press:
                (_dragged, _lastY) = (Control.Value, e.Y);
                Grab();
                break;
            case PointerKind.DoublePress:
                Reset();
                break;
            case PointerKind.Move when IsHeld:
                Drag(e);
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
        int leaps = e.Key switch
        {
            Key.PageUp => 1,
            Key.PageDown => -1,
            _ => 0,
        };
        if (steps == 0 && leaps == 0)
            return base.KeyDown(e);
        MoveBy((steps * Scale.Step(e.Shift)) + (leaps * 0.1), e.Shift);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Shown() => _text.Set(ValueText, Bounds.Width - 2);

    /// <inheritdoc/>
    protected override void Arrange()
    {
        // The widest text depends on the width.
        if (!double.IsNaN(Value))
            Shown();
    }

    private void Drag(in PointerEvent e)
    {
        float length = e.Shift ? DragLength * FineDrag : DragLength;
        _dragged = Math.Clamp(_dragged + ((_lastY - e.Y) / length), 0, 1);
        _lastY = e.Y;
        MoveTo(Scale.Snap(_dragged, e.Shift));
    }
}
