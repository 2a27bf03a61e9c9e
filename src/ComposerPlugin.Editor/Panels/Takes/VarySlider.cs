using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A variation of the current take in one gesture: a drag between near and wild sets how far it goes, the release plays it.
/// </summary>
internal sealed class VarySlider(IControl variation, IControl vary) : Widget
{
    // Units; normalized values.
    private const float Gap = 8, Knob = 6, TrackHeight = 4;
    private const double Step = 0.05;

    private readonly TextLine _name = new(Fonts.Small, TakeStrings.VaryTake), _near = new(Fonts.Small, TakeStrings.Near);
    private readonly TextLine _wild = new(Fonts.Small, TakeStrings.Wild);
    private string _reading = "", _help = "", _tip = "";
    private double _shown = double.NaN;
    private bool _isHeld;
    private bool _isEnabled = true;

    /// <summary>Whether there is a take to vary.</summary>
    public bool IsEnabled
    {
        get => _isEnabled;
        set
        {
            _isEnabled = value;
            Invalidate();
        }
    }

    /// <inheritdoc/>
    public override bool TakesKeys => IsEnabled;

    /// <inheritdoc/>
    public override string Name => TakeStrings.VaryTake;

    /// <inheritdoc/>
    public override string Reading => _reading;

    /// <inheritdoc/>
    public override string Help => _help;

    /// <inheritdoc/>
    public override string Tip => _tip;

    private SKRect Track
    {
        get
        {
            float left = Bounds.Left + _name.Width + _near.Width + (2 * Gap) + Knob, right = Bounds.Right - _wild.Width - Gap - Knob;
            return new(left, Bounds.MidY - (TrackHeight / 2), right, Bounds.MidY + (TrackHeight / 2));
        }
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        double value = variation.Value;
        if (value == _shown)
            return;
        _shown = value;
        _reading = variation.Format(value);
        _help = TakeStrings.VaryTakeHelp(_reading);
        _tip = TakeStrings.VaryTakeTip(_reading);
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var track = Track;
        float x = track.Left + ((float)Math.Clamp(_shown, 0, 1) * track.Width);
        float y = Bounds.MidY + 4;
        _name.Draw(canvas, Bounds.Left, y, IsEnabled ? theme.Text : theme.Faint);
        _near.Draw(canvas, Bounds.Left + _name.Width + Gap, y, IsEnabled ? theme.Dim : theme.Faint);
        _wild.DrawRight(canvas, Bounds.Right, y, IsEnabled ? theme.Dim : theme.Faint);
        canvas.DrawRoundRect(track, 2, 2, theme.Field);
        if (IsEnabled)
            canvas.DrawRoundRect(track with { Right = x }, 2, 2, theme.Accent);
        bool isOver = IsEnabled && (_isHeld || Host!.HasPointer(this));
        if (IsEnabled)
            canvas.DrawCircle(x, Bounds.MidY, isOver ? Knob + 0.8f : Knob, theme.Text);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, 4, -2), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press or PointerKind.DoublePress when IsEnabled:
                _isHeld = true;
                variation.Begin();
                Set(e.X);
                break;
            case PointerKind.Move when _isHeld:
                Set(e.X);
                break;
            case PointerKind.Release when _isHeld:
                _isHeld = false;
                variation.End();
                vary.Press();
                Invalidate();
                break;
            case PointerKind.Wheel when IsEnabled && !_isHeld:
                variation.Change(variation.Value + (e.Wheel * Step));
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e.Key)
        {
            case Key.Left or Key.Down:
                variation.Change(variation.Value - Step);
                return true;
            case Key.Right or Key.Up:
                variation.Change(variation.Value + Step);
                return true;
            case Key.Home:
                variation.Change(0);
                return true;
            case Key.End:
                variation.Change(1);
                return true;
            case Key.Delete:
                variation.Change(variation.Default);
                return true;
            case Key.Return:
                vary.Press();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _name.Dispose();
        _near.Dispose();
        _wild.Dispose();
        base.Dispose();
    }

    private void Set(float x) => variation.Set(Math.Clamp((x - Track.Left) / Track.Width, 0, 1));
}
