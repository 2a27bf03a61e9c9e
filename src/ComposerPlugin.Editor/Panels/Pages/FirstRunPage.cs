using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What to do first. It opens by itself once; keys stay with the host meanwhile.</summary>
internal sealed class FirstRunPage : Page
{
    private const float Gap = 30, PictureHeight = 56, ButtonHeight = 30;

    // The pitches of the melody in the pictures.
    private static readonly int[] Rows = [1, 3, 2, 0, 2, 4, 3, 1];

    private readonly IEditorModel _model;
    private readonly TextLine[] _numbers;
    private readonly TextLine[] _titles;
    private readonly TextBlock[] _texts;
    private readonly Button _start;
    private readonly Button _routing;

    /// <summary>The page of a model.</summary>
    public FirstRunPage(IEditorModel model)
        : base(PageStrings.FirstTitle, new(700, 320))
    {
        _model = model;
        _numbers = [.. PageStrings.StepsToStart.Select((_, at) => new TextLine(Fonts.Strong, $"{at + 1}"))];
        _titles = [.. PageStrings.StepsToStart.Select(step => new TextLine(Fonts.Strong, step.Title))];
        _texts = [.. PageStrings.StepsToStart.Select(_ => new TextBlock(Fonts.Normal, 18))];
        _start = new(PageStrings.Start, Close) { IsMain = true, HelpText = PageStrings.StartHelp };
        _routing = new(PageStrings.Routing, OpenRouting) { HelpText = PageStrings.RoutingHelp };
        Add(_start, _routing);
    }

    /// <inheritdoc/>
    public override bool WantsKeys => false;

    private float Column => (Content.Width - (Gap * (_titles.Length - 1))) / _titles.Length;

    /// <inheritdoc/>
    public override void Closed()
    {
        if (!_model.Settings.HasSeenFirstRun)
            _model.Settings = _model.Settings with { HasSeenFirstRun = true };
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var number in _numbers)
            number.Dispose();
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
            _texts[i].Set(PageStrings.StepsToStart[i].Text, Column);
        _start.Bounds = SKRect.Create(Content.Right - 130, Content.Bottom - ButtonHeight, 130, ButtonHeight);
        _routing.Bounds = SKRect.Create(Content.Left, Content.Bottom - ButtonHeight, 110, ButtonHeight);
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        for (int i = 0; i < _titles.Length; i++)
        {
            float x = Content.Left + (i * (Column + Gap)), y = Content.Top;
            DrawPicture(canvas, theme, i, SKRect.Create(x, y, Column, PictureHeight));
            y += PictureHeight + 24;
            canvas.DrawCircle(x + 10, y - 4.5f, 10, theme.Hover);
            _numbers[i].DrawCentred(canvas, x + 10, y, theme.Text);
            _titles[i].Draw(canvas, x + 28, y, theme.Text);
            _texts[i].Draw(canvas, x, y + 14, theme.Dim);
        }
    }

    // The looks of notes, as they are in the roll: played, sounding, to come; and a take with its star.
    private static void DrawPicture(SKCanvas canvas, Theme theme, int step, SKRect place)
    {
        canvas.DrawRoundRect(place, 6, 6, theme.Window);
        float width = (place.Width - 20 - (step == 2 ? 24 : 0)) / Rows.Length;
        for (int i = 0; i < Rows.Length; i++)
        {
            var note = SKRect.Create(place.Left + 10 + (i * width), place.Bottom - 16 - (Rows[i] * 7), width - 3, 6);
            if (step == 0 || (step == 1 && i < 3))
                canvas.DrawRoundRect(note, 2, 2, theme.Played[5]);
            else if (step == 1 && i > 5)
                canvas.DrawRoundRect(SKRect.Inflate(note, -0.6f, -0.6f), 2, 2, theme.Planned);
            else
                canvas.DrawRoundRect(note, 2, 2, theme.Answer[5]);
        }
        if (step == 1)
            canvas.DrawRect(place.Left + 10 + (6 * width) - 2.2f, place.Top + 6, 1.4f, place.Height - 12, theme.Playhead);
        if (step != 2)
            return;
        canvas.DrawRoundRect(SKRect.Inflate(place, -0.75f, -0.75f), 6, 6, theme.AccentLine);
        Icons.Draw(canvas, Icons.Star, place.Right - 18, place.Top + 17, theme.Accent);
    }

    private void OpenRouting()
    {
        var (host, model) = (Host!, _model);
        Close();
        host.OpenPopup(new RoutingPage(model));
    }
}
