using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What keys and controllers of a MIDI keyboard press which buttons.</summary>
internal sealed class LearnPage : Page
{
    private const float Row = 32;

    private readonly IMidiLearn _learn;
    private readonly TextBlock _text = new(Fonts.Normal, 18);
    private readonly TextLine[] _triggers;
    private readonly TextLine[] _mappings;
    private readonly Button[] _buttons;
    private readonly Button _forget;
    private int _version = -1;

    /// <summary>The page of a model.</summary>
    public LearnPage(IEditorModel model)
        : base(PageStrings.LearnTitle, new(560, 176 + (Row * model.MidiLearn.Triggers.Count)))
    {
        _learn = model.MidiLearn;
        _triggers = [.. _learn.Triggers.Select(trigger => new TextLine(Fonts.Normal, trigger.Title))];
        _mappings = [.. _learn.Triggers.Select(_ => new TextLine(Fonts.Normal))];
        _buttons = [.. _learn.Triggers.Select((trigger, at) => new Button($"{PageStrings.Learn} {trigger.Title}", () => Press(at)))];
        _forget = new(PageStrings.ForgetAll, _learn.ForgetAll);
        Add(_buttons);
        Add(_forget);
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_learn.Version != _version)
        {
            _version = _learn.Version;
            for (int i = 0; i < _buttons.Length; i++)
                Show(i);
            Invalidate();
        }
        base.Tick();
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
        float top = Content.Top + _text.Height + 12;
        for (int i = 0; i < _buttons.Length; i++)
            _buttons[i].Bounds = SKRect.Create(Content.Right - 92, top + (i * Row), 92, 26);
        _forget.Bounds = SKRect.Create(Content.Right - 92, Content.Bottom - 26, 92, 26);
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        _text.Draw(canvas, Content.Left, Content.Top, theme.Dim);
        for (int i = 0; i < _triggers.Length; i++)
        {
            float y = _buttons[i].Bounds.MidY + 4.5f;
            _triggers[i].Draw(canvas, Content.Left, y, theme.Text);
            bool isLearning = _learn.Learning == i;
            _mappings[i].Draw(canvas, Content.Left + 160, y, isLearning ? theme.AccentText : _learn.MappingOf(i).Length == 0 ? theme.Dim : theme.Text);
        }
    }

    private void Press(int trigger) => _learn.Learn(_learn.Learning == trigger ? -1 : trigger);

    private void Show(int trigger)
    {
        bool isLearning = _learn.Learning == trigger;
        string mapping = _learn.MappingOf(trigger);
        _mappings[trigger].Set(isLearning ? PageStrings.Learning : mapping.Length == 0 ? PageStrings.Nothing : mapping);
        _buttons[trigger].SetText(isLearning ? PageStrings.Cancel : PageStrings.Learn);
        _buttons[trigger].IsOn = isLearning;
    }
}
