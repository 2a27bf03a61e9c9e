using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A line of text that is typed: searching, naming, values. The cursor is at its end.</summary>
internal sealed class TextField : Widget
{
    private const int MostLetters = 64;

    // Beside the cursor.
    private const float HintLeft = 5;

    private readonly TextLine _line = new(Fonts.Normal);
    private readonly TextLine _hint = new(Fonts.Normal);
    private readonly string _name;
    private bool _isSelected;

    /// <summary>A field with a text.</summary>
    /// <param name="name">What is typed in it; also the hint while it is empty.</param>
    /// <param name="text">The text at first.</param>
    public TextField(string name, string text = "")
    {
        _name = name;
        _hint.Set(name);
        Text = text;
        _line.Set(text);
        _isSelected = text.Length > 0;
    }

    /// <summary>The text.</summary>
    public string Text { get; private set; }

    /// <summary>The text changed.</summary>
    public Action<string>? Changed { get; init; }

    /// <summary>Return was pressed.</summary>
    public Action<string>? Entered { get; init; }

    /// <summary>An icon at its right end; null: none.</summary>
    public SKPath? Icon { get; init; }

    /// <summary>The help text.</summary>
    public string HelpText { get; init; } = "";

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override bool TakesText => true;

    /// <inheritdoc/>
    public override string Name => _name;

    /// <inheritdoc/>
    public override string Reading => Text;

    /// <inheritdoc/>
    public override string Help => HelpText;

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, 5, 5, theme.Field);
        float right = Bounds.Right - (Icon is null ? 6 : 28);
        float x = Bounds.Left + 9, y = Bounds.MidY + 4.5f, over = Math.Max(0, x + _line.Width + 7 - right);
        canvas.Save();
        canvas.ClipRect(new(Bounds.Left + 6, Bounds.Top, right, Bounds.Bottom));
        if (Text.Length == 0)
            _hint.Draw(canvas, x + HintLeft, y, theme.Dim);
        if (_isSelected)
            canvas.DrawRect(x - over - 1, Bounds.Top + 4, _line.Width + 2, Bounds.Height - 8, theme.Hover);
        _line.Draw(canvas, x - over, y, theme.Text);
        bool hasKeys = Host!.HasKeys(this);
        if (hasKeys)
            canvas.DrawRect(x - over + _line.Width + 1, Bounds.Top + 5, 1.2f, Bounds.Height - 10, theme.Accent);
        canvas.Restore();
        if (Icon is not null)
            Icons.Draw(canvas, Icon, Bounds.Right - 16, Bounds.MidY, theme.DimLine);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), 5, 5, hasKeys ? theme.Focus : theme.Border);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e)
        {
            case { Key: Key.Return }:
                Entered?.Invoke(Text);
                return true;
            case { Key: Key.Backspace or Key.Delete }:
                Type(_isSelected || Text.Length == 0 ? "" : Text[..^(char.IsLowSurrogate(Text[^1]) && Text.Length > 1 ? 2 : 1)]);
                return true;
            case { Key: Key.None, Control: false, Character: >= ' ' } when !char.IsControl(e.Character):
                Type((_isSelected ? "" : Text) + e.Character);
                return true;
            case { Key: Key.Left or Key.Right or Key.Home or Key.End }:
                _isSelected = false;
                Invalidate();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _line.Dispose();
        _hint.Dispose();
        base.Dispose();
    }

    private void Type(string text)
    {
        if (text.Length > MostLetters)
            return;
        Text = text;
        _isSelected = false;
        _line.Set(text);
        Invalidate();
        Changed?.Invoke(text);
    }
}
