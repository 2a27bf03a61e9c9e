using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The takes: in one line what makes other takes of the current one, and below the last takes and the kept ones.</summary>
internal sealed class TakesPanel : Widget
{
    // Units.
    private const float LineTop = 6, LineHeight = 26, RowTop = 39, RowHeight = 50, HeadingGap = 10, ToolsGap = 12;

    private readonly TextLine _heading = new(Fonts.Strong, TakeStrings.Takes), _hint = new(Fonts.Small);
    private readonly TakeTools _tools;
    private readonly TakeRow _row;

    /// <summary>The takes of a model.</summary>
    public TakesPanel(IEditorModel model)
    {
        _tools = new(model);
        _row = new(model.Takes);
        Children = [_tools, _row];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override string Help => TakeStrings.Hint;

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        float y = Bounds.Top + LineTop + (LineHeight / 2) + 4.5f;
        _heading.Draw(canvas, Bounds.Left, y, theme.Text);
        _hint.Draw(canvas, Bounds.Left + _heading.Width + HeadingGap, y - 0.5f, theme.Dim);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _heading.Dispose();
        _hint.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float left = Bounds.Left + _heading.Width + HeadingGap;
        float tools = Bounds.Right - _tools.WantedWidth;
        _tools.Bounds = new(tools, Bounds.Top + LineTop, Bounds.Right, Bounds.Top + LineTop + LineHeight);
        _hint.Set(TakeStrings.Hint, tools - ToolsGap - left);
        _row.Bounds = SKRect.Create(Bounds.Left, Bounds.Top + RowTop, Bounds.Width, RowHeight);
    }
}
