using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A page over the window, with a title and a button that closes it.</summary>
internal abstract class Page : Popup
{
    /// <summary>The space round what is on it, in units.</summary>
    protected const float Padding = 22;

    private const float TitleHeight = 58, Radius = 10;

    private readonly TextLine _title;
    private readonly Button _close;
    private readonly List<Widget> _children;
    private readonly SKSize _size;

    /// <summary>A page of a size, in units.</summary>
    protected Page(string title, SKSize size)
    {
        _title = new(Fonts.Title, title);
        _size = size;
        _close = new(PageStrings.Close, Close, Icons.Cross, showsText: false) { IsFlat = true, HelpText = PageStrings.CloseHelp };
        _children = [_close];
    }

    /// <inheritdoc/>
    public override bool CoversAll => true;

    /// <inheritdoc/>
    public override string Name => _title.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _children;

    /// <summary>Where its content goes.</summary>
    protected SKRect Content => new(Bounds.Left + Padding, Bounds.Top + TitleHeight, Bounds.Right - Padding, Bounds.Bottom - Padding);

    /// <inheritdoc/>
    public override SKRect Place(SKSize window)
    {
        float width = Math.Min(_size.Width, window.Width - 24), height = Math.Min(_size.Height, window.Height - 24);
        return SKRect.Create(MathF.Round((window.Width - width) / 2), MathF.Round((window.Height - height) / 2), width, height);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRoundRect(Bounds, Radius, Radius, theme.Popup);
        _title.Draw(canvas, Bounds.Left + Padding, Bounds.Top + 36, theme.Text);
        DrawContent(canvas, theme);
        base.Draw(canvas, theme, part);
        canvas.DrawRoundRect(SKRect.Inflate(Bounds, -0.5f, -0.5f), Radius, Radius, theme.Border);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _title.Dispose();
        base.Dispose();
    }

    /// <summary>Adds widgets to it. The button that closes it stays the last one that keys reach.</summary>
    protected void Add(params ReadOnlySpan<Widget> widgets)
    {
        foreach (var widget in widgets)
            _children.Insert(_children.Count - 1, widget);
    }

    /// <summary>Draws what is no widget.</summary>
    protected abstract void DrawContent(SKCanvas canvas, Theme theme);

    /// <inheritdoc/>
    protected override void Arrange() => _close.Bounds = SKRect.Create(Bounds.Right - 44, Bounds.Top + 16, 28, 28);
}
