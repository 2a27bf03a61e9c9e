using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The takes: in one line what makes other takes of the current one, and below the last takes and the kept ones.</summary>
internal sealed class TakesPanel : Widget
{
    // Units.
    private const float LineTop = 6, LineHeight = 26, RowTop = 39, RowHeight = 50, HeadingGap = 10, ToolsGap = 12, HintInset = 12;

    private readonly TextLine _heading = new(Fonts.Strong, TakeStrings.Takes), _hint = new(Fonts.Small, TakeStrings.Hint);
    private readonly TextLine _shortHint = new(Fonts.Small, TakeStrings.ShortHint);
    private readonly TakeTools _tools;
    private readonly TakeRow _row;
    private TextLine? _shown;
    private SKPoint _shownAt;

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

    private float Baseline => Bounds.Top + LineTop + (LineHeight / 2) + 4.5f;

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        PlaceHint();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        _heading.Draw(canvas, Bounds.Left, Baseline, theme.Text);
        base.Draw(canvas, theme, part);
        _shown?.Draw(canvas, _shownAt.X, _shownAt.Y, theme.Dim);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _heading.Dispose();
        _hint.Dispose();
        _shortHint.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float tools = Bounds.Right - _tools.WantedWidth;
        _tools.Bounds = new(tools, Bounds.Top + LineTop, Bounds.Right, Bounds.Top + LineTop + LineHeight);
        _row.Bounds = SKRect.Create(Bounds.Left, Bounds.Top + RowTop, Bounds.Width, RowHeight);
    }

    // Beside the heading, or in the row as long as there are few takes.
    private void PlaceHint()
    {
        var beside = new SKPoint(Bounds.Left + _heading.Width + HeadingGap, Baseline - 0.5f);
        float room = _tools.ShownLeft - ToolsGap - beside.X;
        TextLine? hint = null;
        var at = beside;
        if (_row.IsEmpty)
            hint = null;
        else if (_hint.Width <= room)
            hint = _hint;
        else if (_hint.Width + HintInset <= _row.FreeWidth)
            (hint, at) = (_hint, new(_row.Bounds.Right - _row.FreeWidth + HintInset, _row.Bounds.MidY + 4));
        else if (_shortHint.Width <= room)
            hint = _shortHint;
        if (hint == _shown && at == _shownAt)
            return;
        (_shown, _shownAt) = (hint, at);
        Invalidate();
    }
}
