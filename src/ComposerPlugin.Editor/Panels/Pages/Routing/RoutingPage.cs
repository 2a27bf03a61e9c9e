using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] How to hear the plugin in the host that it is in, and in others; and whether it works.</summary>
internal sealed class RoutingPage : Page
{
    private const float ListWidth = 168, Gap = 24, PictureHeight = 122, StepLeft = 32, StepGap = 8;

    private readonly HostRows _hosts;
    private readonly RoutingPicture _picture = new();
    private readonly RoutingChecks _checks;
    private readonly TextLine[] _numbers = [new(Fonts.Strong, "1"), new(Fonts.Strong, "2"), new(Fonts.Strong, "3"), new(Fonts.Strong, "4")];
    private readonly TextBlock[] _steps = [new(Fonts.Normal, 18), new(Fonts.Normal, 18), new(Fonts.Normal, 18), new(Fonts.Normal, 18)];
    private readonly TextBlock _note = new(Fonts.Normal, 18);
    private readonly TextLine _tried = new(Fonts.Small);
    private int _count;

    // The baseline of the last line.
    private float _triedLine;

    /// <summary>The page of a model.</summary>
    public RoutingPage(IEditorModel model)
        : base(RoutingStrings.Title, new(860, 500))
    {
        _hosts = new(model.HostName, Show);
        _checks = new(model);
        Add(_hosts, _picture, _checks);
    }

    /// <inheritdoc/>
    public override string Reading => $"{_hosts.Reading}: {string.Join(' ', _hosts.Chosen.Steps)} {_tried.Text}";

    /// <summary>Where the steps and the notes below them are, in units.</summary>
    internal SKRect StepsPlace => new(Guide.Left, StepsTop, Guide.Right, _triedLine + 4);

    private float StepsTop => Guide.Top + PictureHeight + 18;

    private SKRect Guide => new(Content.Left + ListWidth + Gap, Content.Top, Content.Right, Content.Bottom);

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var number in _numbers)
            number.Dispose();
        foreach (var step in _steps)
            step.Dispose();
        _note.Dispose();
        _tried.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        base.Arrange();
        var guide = Guide;
        _hosts.Bounds = new(Content.Left, Content.Top, Content.Left + ListWidth, Content.Bottom);
        _picture.Bounds = SKRect.Create(guide.Left, guide.Top, guide.Width, PictureHeight);
        _checks.Bounds = SKRect.Create(guide.Left, guide.Bottom - _checks.Height, guide.Width, _checks.Height);
        Show();
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        var guide = Guide;
        float y = StepsTop;
        for (int i = 0; i < _count; i++)
        {
            canvas.DrawCircle(guide.Left + 11, y + 9, 10.5f, theme.Hover);
            _numbers[i].DrawCentred(canvas, guide.Left + 11, y + 13.5f, theme.Text);
            _steps[i].Draw(canvas, guide.Left + StepLeft, y, theme.Text);
            y += _steps[i].Height + StepGap;
        }
        if (_note.Lines > 0)
            _note.Draw(canvas, guide.Left + StepLeft, y + 2, theme.Dim);
        _tried.Draw(canvas, guide.Left + StepLeft, _triedLine, theme.Dim);
        float line = _checks.Bounds.Top - 12;
        canvas.DrawLine(guide.Left, line, guide.Right, line, theme.Border);
    }

    private void Show()
    {
        var chosen = _hosts.Chosen;
        _count = chosen.Steps.Length;
        float width = Guide.Width - StepLeft;
        for (int i = 0; i < _count; i++)
            _steps[i].Set(chosen.Steps[i], width);
        _note.Set(chosen.Note, width);
        _tried.Set(chosen.Tried.Length > 0 ? chosen.Tried : RoutingStrings.NotTried, width);
        _picture.Show(chosen);
        _triedLine = StepsTop + 13;
        for (int i = 0; i < _count; i++)
            _triedLine += _steps[i].Height + StepGap;
        if (_note.Lines > 0)
            _triedLine += _note.Height + StepGap + 2;
        Invalidate();
    }
}
