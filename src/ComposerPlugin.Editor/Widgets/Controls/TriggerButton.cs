using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A button that fires a trigger of the plugin; its menu has it learn a note or a controller.</summary>
internal sealed class TriggerButton : ControlWidget
{
    /// <summary>The height that it needs, in units.</summary>
    public const float WantedHeight = 24;

    private readonly ParameterMenu _menu;
    private readonly TextLine _text;
    private bool _isPressed, _isLearning;

    /// <summary>A button for a trigger.</summary>
    public TriggerButton(IControl control, ControlLabel label, ParameterMenu menu)
        : base(control, label, menu) => (_menu, _text) = (menu, new(Fonts.Small, label.Title));

    /// <inheritdoc/>
    public override bool CanType => false;

    /// <inheritdoc/>
    public override string Reading => _isLearning ? ControlStrings.Learning : "";

    /// <inheritdoc/>
    public override string Tip => ControlStrings.LearnTip;

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        bool isLearning = _menu.IsLearning(Control);
        if (isLearning == _isLearning)
            return;
        _isLearning = isLearning;
        _text.Set(isLearning ? ControlStrings.Learning : Label.Title);
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 5, 5, _isPressed && IsPointed ? theme.Accent : IsPointed ? theme.Hover : theme.Field);
        _text.DrawCentred(canvas, Bounds.MidX, Bounds.MidY + 4, _isPressed && IsPointed ? theme.OnAccent : theme.Text);
        if (_isLearning)
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 5, 5, theme.AccentLine);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 5, 5, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Press or PointerKind.DoublePress:
                _isPressed = true;
                Invalidate();
                break;
            case PointerKind.Release:
                if (_isPressed && Bounds.Contains(e.X, e.Y))
                    Control.Press();
                _isPressed = false;
                Invalidate();
                break;
            case PointerKind.MenuPress:
                _menu.OpenTrigger(this, Control, new(e.X, e.Y));
                break;
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e.Key)
        {
            case Key.Return:
            case Key.None when e.Character == ' ' && Host!.HasKeys(this):
                Control.Press();
                return true;
            case Key.Menu:
                _menu.OpenTrigger(this, Control, new(Bounds.MidX, Bounds.MidY));
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }
}
