using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The chosen style. A click opens the browser; wheel and arrows step to the next style.</summary>
internal sealed class StyleField(IStyles styles, Action open) : Widget
{
    private readonly TextLine _style = new(Fonts.Normal);
    private int _version = -1;

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override string Name => HeaderStrings.Style;

    /// <inheritdoc/>
    public override string Reading => _style.Text;

    /// <inheritdoc/>
    public override string Help => HeaderStrings.StyleHelp;

    /// <inheritdoc/>
    public override void Tick()
    {
        if (styles.Version == _version)
            return;
        _version = styles.Version;
        _style.Set(styles.CurrentName, Bounds.Width - 44);
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 6, 6, Host!.HasPointer(this) ? theme.Hover : theme.Field);
        _style.Draw(canvas, Bounds.Left + 12, Bounds.MidY + 4.5f, theme.Text);
        Icons.Draw(canvas, Icons.Down, Bounds.Right - 16, Bounds.MidY, theme.Dim);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.Press)
            open();
        else if (e.Kind == PointerKind.Wheel)
            Step(e.Wheel > 0 ? -1 : 1);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e.Key)
        {
            case Key.Up or Key.Left:
                Step(-1);
                return true;
            case Key.Down or Key.Right:
                Step(1);
                return true;
            case Key.Return:
                open();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _style.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => _version = -1;

    private void Step(int by)
    {
        int at = -1;
        for (int i = 0; i < styles.Items.Count; i++)
        {
            if (styles.Current is { } current && styles.Items[i].Id == current.Id)
                at = i;
        }
        int next = Math.Clamp(at + by, 0, styles.Items.Count - 1);
        if (next >= 0 && next != at && styles.Items.Count > 0)
            styles.Choose(styles.Items[next]);
    }
}
