using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What to do first, shown once.</summary>
internal sealed class FirstRunPage : Page
{
    private readonly IEditorModel _model;
    private readonly TextLine[] _titles;
    private readonly TextBlock[] _texts;
    private readonly Button _start;
    private readonly Button _routing;

    /// <summary>The page of a model.</summary>
    public FirstRunPage(IEditorModel model)
        : base(PageStrings.FirstTitle, new(620, 320))
    {
        _model = model;
        _titles = [.. PageStrings.StepsToStart.Select(step => new TextLine(Fonts.Strong, step.Title))];
        _texts = [.. PageStrings.StepsToStart.Select(_ => new TextBlock(Fonts.Normal, 18))];
        _start = new(PageStrings.Start, Close) { IsOn = true };
        _routing = new(PageStrings.Routing, OpenRouting);
        Add(_start, _routing);
    }

    /// <inheritdoc/>
    public override void Closed() => _model.Settings = _model.Settings with { HasSeenFirstRun = true };

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var title in _titles)
            title.Dispose();
        foreach (var text in _texts)
            text.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        base.Arrange();
        for (int i = 0; i < _texts.Length; i++)
            _texts[i].Set(PageStrings.StepsToStart[i].Text, Column - 24);
        _start.Bounds = SKRect.Create(Content.Right - 130, Content.Bottom - 30, 130, 30);
        _routing.Bounds = SKRect.Create(Content.Left, Content.Bottom - 30, 110, 30);
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        for (int i = 0; i < _titles.Length; i++)
        {
            float x = Content.Left + (i * Column);
            var row = SKRect.Create(x, Content.Top, Column - 24, 34);
            DrawNotes(canvas, theme, i, row);
            _titles[i].Draw(canvas, x, Content.Top + 60, theme.Text);
            _texts[i].Draw(canvas, x, Content.Top + 70, theme.Dim);
        }
    }

    private float Column => Content.Width / _titles.Length;

    // The three looks of notes, as they are in the roll.
    private static void DrawNotes(SKCanvas canvas, Theme theme, int step, SKRect place)
    {
        for (int i = 0; i < 6; i++)
        {
            var note = SKRect.Create(place.Left + (i * 24), place.Bottom - 12 - (i * 7 % 4 * 6), 20, 6);
            if (step == 0 || (step == 1 && i < 2))
                canvas.DrawRoundRect(note, 2, 2, theme.Played[5]);
            else if (step == 1 && i > 3)
                canvas.DrawRoundRect(note, 2, 2, theme.Planned);
            else
                canvas.DrawRoundRect(note, 2, 2, theme.Answer[5]);
        }
        if (step != 2)
            return;
        canvas.Save();
        canvas.Translate(place.Left + 154, place.MidY + 4);
        canvas.DrawPath(Icons.Star, theme.Accent);
        canvas.Restore();
    }

    private void OpenRouting()
    {
        var host = Host!;
        var model = _model;
        Close();
        host.OpenPopup(new RoutingPage(model));
    }
}
