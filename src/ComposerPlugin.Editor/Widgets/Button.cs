using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A button with a text, an icon or both.</summary>
internal sealed class Button : Widget
{
    private const float Radius = 6, IconWidth = 16, Gap = 6;

    private readonly Action _press;
    private readonly SKPath? _icon;
    private readonly TextLine _text;
    private readonly SKFont _font;
    private readonly string _name;
    private bool _isPressed;
    private bool _isOn;
    private bool _isEnabled = true;

    /// <summary>A button that does this when it is pressed.</summary>
    /// <param name="name">What it does, for screen readers; also its text, unless it has an icon alone.</param>
    /// <param name="press">What it does.</param>
    /// <param name="icon">Its icon, or null.</param>
    /// <param name="showsText">Whether its name is drawn.</param>
    /// <param name="font">Its font; null: the plain one.</param>
    public Button(string name, Action press, SKPath? icon = null, bool showsText = true, SKFont? font = null)
    {
        (_name, _press, _icon, _font) = (name, press, icon, font ?? Fonts.Normal);
        _text = new(_font);
        if (showsText)
            _text.Set(name);
    }

    /// <summary>The help text.</summary>
    public string HelpText { get; set; } = "";

    /// <summary>The tooltip; null: its name where that is not drawn.</summary>
    public string? TipText { get; set; }

    /// <summary>Whether it is drawn without a ground until the pointer is over it.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Whether it is what one does next on its page: then it is filled.</summary>
    public bool IsMain { get; init; }

    /// <summary>Whether what it stands for is on.</summary>
    public bool IsOn
    {
        get => _isOn;
        set
        {
            if (_isOn == value)
                return;
            _isOn = value;
            Invalidate();
        }
    }

    /// <summary>Whether it can be pressed.</summary>
    public bool IsEnabled
    {
        get => _isEnabled;
        set
        {
            if (_isEnabled == value)
                return;
            _isEnabled = value;
            Invalidate();
        }
    }

    /// <summary>The width that its text and icon need, in units.</summary>
    public float WantedWidth =>
        (_text.Width > 0 ? _text.Width + 20 : 10) + (_icon is null ? 0 : IconWidth + (_text.Width > 0 ? Gap - 4 : 2));

    /// <summary>Opens its menu at a point, in units, on the second button or the menu key; null if it has none.</summary>
    public Action<SKPoint>? OpenMenu { get; set; }

    /// <summary>Takes turns of the wheel over it, in notches; null if nothing does.</summary>
    public Action<float>? TurnWheel { get; init; }

    /// <inheritdoc/>
    public override bool TakesKeys => IsEnabled;

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Reading => IsOn ? "on" : "";

    /// <inheritdoc/>
    public override string Help => HelpText;

    /// <inheritdoc/>
    public override string Tip => TipText ?? (_text.Width > 0 ? "" : _name);

    /// <summary>Changes its text.</summary>
    public void SetText(string text)
    {
        if (_text.Set(text))
            Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        bool isOver = IsEnabled && Host!.HasPointer(this);
        bool isFilled = IsOn || (IsMain && IsEnabled);
        if (isFilled)
            canvas.DrawRoundRect(Bounds, Radius, Radius, theme.Accent);
        else if (isOver)
            canvas.DrawRoundRect(Bounds, Radius, Radius, theme.Hover);
        else if (!IsFlat && IsEnabled)
            canvas.DrawRoundRect(Bounds, Radius, Radius, theme.Field);
        // Without a ground: that it cannot be pressed is not said by a shade alone.
        else if (!IsFlat)
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), Radius, Radius, theme.Line);
        var paint = isFilled ? theme.OnAccent : IsEnabled ? theme.Text : theme.Faint;
        float width = _text.Width + (_icon is null ? 0 : IconWidth + (_text.Width > 0 ? Gap : 0)), x = Bounds.MidX - (width / 2);
        if (_icon is not null)
        {
            canvas.Save();
            canvas.Translate(x + (IconWidth / 2), Bounds.MidY);
            canvas.DrawPath(_icon, isFilled ? theme.OnAccentLine : IsEnabled ? theme.TextLine : theme.FaintLine);
            canvas.Restore();
            x += IconWidth + Gap;
        }
        _text.Draw(canvas, x, Bounds.MidY + (0.36f * _font.Size), paint);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), Radius, Radius, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind is PointerKind.Press or PointerKind.DoublePress)
        {
            _isPressed = IsEnabled;
        }
        else if (e.Kind == PointerKind.MenuPress)
        {
            OpenMenu?.Invoke(new(e.X, e.Y));
        }
        else if (e.Kind == PointerKind.Wheel)
        {
            TurnWheel?.Invoke(e.Wheel);
        }
        else if (e.Kind == PointerKind.Release && _isPressed)
        {
            _isPressed = false;
            if (IsEnabled && Bounds.Contains(e.X, e.Y))
                _press();
        }
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (e.Key == Key.Menu && OpenMenu is { } open)
        {
            open(new(Bounds.Left, Bounds.Bottom));
            return true;
        }
        if (!IsEnabled || (e.Key != Key.Return && !(e.Character == ' ' && Host!.HasKeys(this))))
            return false;
        _press();
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        base.Dispose();
    }
}
