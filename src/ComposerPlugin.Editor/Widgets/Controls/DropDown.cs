using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] A field that shows one entry of a list, with its title above. A click opens the list; the wheel, arrows and typed letters
/// step in it.
/// </summary>
internal class DropDown : ControlWidget
{
    /// <summary>The height that it needs, in units.</summary>
    public const float WantedHeight = 42;

    private const float FieldTop = 18, TitleTop = 12, TextInset = 9, ArrowWidth = 20;

    private readonly TextLine _text = new(Fonts.Normal), _small = new(Fonts.Small);
    private readonly TypeAhead _typed = new();
    private bool _isIdle;

    /// <summary>A field for a list, or for a parameter with steps.</summary>
    public DropDown(IControl control, ControlLabel label, ParameterMenu menu)
        : base(control, label, menu)
    {
    }

    /// <summary>Whether what it sets does not count now: then it is shown with less weight, but can be used.</summary>
    public bool IsIdle
    {
        get => _isIdle;
        set
        {
            if (_isIdle == value)
                return;
            _isIdle = value;
            Invalidate();
        }
    }

    /// <inheritdoc/>
    public override SKRect ValuePlace => Field;

    /// <summary>The text of the value as it stands in the field, where there is little room.</summary>
    protected virtual string FieldText => ValueText;

    /// <summary>How many entries there are.</summary>
    protected int Count => Control.Steps + 1;

    private SKRect Field => new(Bounds.Left, Bounds.Top + FieldTop, Bounds.Right, Bounds.Bottom);

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        _typed.Tick();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var field = Field;
        TitleLine.Draw(canvas, Bounds.Left, Bounds.Top + TitleTop, theme.Dim);
        // Without a ground, so that the difference is not one of shade alone.
        if (IsIdle && !IsPointed)
            canvas.DrawRoundRect(SKRect.Inflate(field, -0.5f, -0.5f), 5, 5, theme.Line);
        else
            canvas.DrawRoundRect(field, 5, 5, IsPointed ? theme.Hover : theme.Field);
        var text = _small.Text.Length > 0 ? _small : _text;
        text.Draw(canvas, field.Left + TextInset, field.MidY + 4.5f, IsIdle ? theme.Dim : theme.Text);
        canvas.Save();
        canvas.Translate(field.Right - 12, field.MidY);
        canvas.Scale(0.8f);
        canvas.DrawPath(Icons.Down, theme.Dim);
        canvas.Restore();
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(field, -1, -1), 5, 5, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind is PointerKind.Press or PointerKind.DoublePress)
            OpenList();
        else
            base.Pointer(e);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (e.Control)
            return base.KeyDown(e);
        switch (e.Key)
        {
            case Key.Up or Key.Left:
                Step(-1);
                return true;
            case Key.Down or Key.Right:
                Step(1);
                return true;
            case Key.Return:
                OpenList();
                return true;
            case Key.None when e.Character == ' ' && Host!.HasKeys(this):
                OpenList();
                return true;
            case Key.None when e.Character > ' ':
                if (_typed.Find(e.Character, CurrentEntry, Count, EntryText) is var found and >= 0)
                    Choose(found);
                return true;
            default:
                return base.KeyDown(e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        _small.Dispose();
        base.Dispose();
    }

    /// <summary>The entry that is shown.</summary>
    protected int CurrentEntry => Control.EntryOf(Value);

    /// <summary>The text of an entry.</summary>
    protected virtual string EntryText(int entry) => Scale.Format((double)entry / Control.Steps);

    /// <inheritdoc/>
    protected override void Shown()
    {
        float room = Bounds.Width - TextInset - ArrowWidth;
        _text.Set(FieldText);
        // What is too long is written small before it is cut.
        _small.Set(_text.Width > room ? FieldText : "", Math.Max(room, 1));
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        if (!double.IsNaN(Value))
            Shown();
    }

    /// <inheritdoc/>
    protected override void TurnWheel(float notches, bool isFine)
    {
        // Towards the user is down the list.
        if (WholeNotches(notches) is var whole and not 0)
            Step(-whole);
    }

    private void Step(int by) => Choose(Math.Clamp(CurrentEntry + by, 0, Count - 1));

    private void Choose(int entry) => Change((double)entry / Control.Steps);

    private void OpenList()
    {
        var items = new MenuItem[Count];
        for (int i = 0; i < items.Length; i++)
        {
            int entry = i;
            items[i] = new(EntryText(i), () => Choose(entry), entry == CurrentEntry);
        }
        Host!.OpenPopup(new Menu(Field, items));
    }
}
