using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What keys and controllers of a MIDI keyboard press which buttons.</summary>
internal sealed class LearnPage : Page
{
    private const float Row = 32, MappingLeft = 170, ButtonWidth = 96, ButtonHeight = 26, Foot = 44;

    private readonly IMidiLearn _learn;
    private readonly TextBlock _text = new(Fonts.Normal, 18);
    private readonly TextLine[] _triggers;
    private readonly TextLine[] _mappings;
    private readonly Button[] _buttons;
    private readonly Button _forget;
    private int _version = -1;

    /// <summary>The page of a model.</summary>
    public LearnPage(IEditorModel model)
        : base(PageStrings.LearnTitle, new(580, 58 + 36 + 14 + (Row * model.MidiLearn.Triggers.Count) + Foot + Padding))
    {
        _learn = model.MidiLearn;
        _triggers = [.. _learn.Triggers.Select(trigger => new TextLine(Fonts.Normal, trigger.Title))];
        _mappings = [.. _learn.Triggers.Select(_ => new TextLine(Fonts.Normal))];
        _buttons = [.. _learn.Triggers.Select((trigger, at) => new Button(PageStrings.LearnName(trigger.Title), () => Press(at))
        {
            HelpText = PageStrings.LearnHelp,
        })];
        _forget = new(PageStrings.ForgetAll, _learn.ForgetAll) { HelpText = PageStrings.ForgetAllHelp };
        Add(_buttons);
        Add(_forget);
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_learn.Version != _version)
            Show();
        base.Tick();
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        // The first Escape ends learning only.
        if (e.Key != Key.Escape || _learn.Learning < 0)
            return false;
        _learn.Learn(-1);
        return true;
    }

    /// <inheritdoc/>
    public override void Closed()
    {
        if (_learn.Learning >= 0)
            _learn.Learn(-1);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        foreach (var line in _triggers)
            line.Dispose();
        foreach (var line in _mappings)
            line.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        base.Arrange();
        _text.Set(PageStrings.LearnText, Content.Width);
        float top = Content.Top + _text.Height + 14;
        for (int i = 0; i < _buttons.Length; i++)
            _buttons[i].Bounds = SKRect.Create(Content.Right - ButtonWidth, top + (i * Row), ButtonWidth, ButtonHeight);
        _forget.Bounds = SKRect.Create(Content.Right - ButtonWidth, Content.Bottom - ButtonHeight, ButtonWidth, ButtonHeight);
        Show();
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        _text.Draw(canvas, Content.Left, Content.Top, theme.Dim);
        for (int i = 0; i < _triggers.Length; i++)
        {
            var place = _buttons[i].Bounds;
            if (i > 0)
                canvas.DrawLine(Content.Left, place.Top - 3, Content.Right, place.Top - 3, theme.Line);
            _triggers[i].Draw(canvas, Content.Left, place.MidY + 4.5f, theme.Text);
            var paint = _learn.Learning == i ? theme.AccentText : _learn.MappingOf(i).Length == 0 ? theme.Dim : theme.Text;
            _mappings[i].Draw(canvas, Content.Left + MappingLeft, place.MidY + 4.5f, paint);
        }
    }

    private void Press(int trigger) => _learn.Learn(_learn.Learning == trigger ? -1 : trigger);

    private void Show()
    {
        _version = _learn.Version;
        bool isAnyMapped = false;
        for (int i = 0; i < _buttons.Length; i++)
        {
            bool isLearning = _learn.Learning == i;
            string mapping = _learn.MappingOf(i);
            isAnyMapped |= mapping.Length > 0;
            _triggers[i].Set(_learn.Triggers[i].Title, MappingLeft - 10);
            _mappings[i].Set(
                isLearning ? PageStrings.Learning : mapping.Length == 0 ? PageStrings.Nothing : mapping,
                Content.Width - MappingLeft - ButtonWidth - 10);
            _buttons[i].SetText(isLearning ? PageStrings.Cancel : PageStrings.Learn);
            _buttons[i].IsOn = isLearning;
        }
        _forget.IsEnabled = isAnyMapped;
        Invalidate();
    }
}
