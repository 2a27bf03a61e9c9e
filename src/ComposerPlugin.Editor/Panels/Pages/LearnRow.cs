using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A trigger or control of the page of MIDI learn: what is mapped to it, and the button that has it learn.</summary>
internal sealed class LearnRow : Widget
{
    private const float MappingLeft = 170, ButtonWidth = 96, ButtonHeight = 26;

    private readonly IMidiLearn _learn;
    private readonly int _learner;
    private readonly Action<float> _turn;
    private readonly TextLine _title = new(Fonts.Normal), _mapping = new(Fonts.Normal);
    private readonly Button _button;

    /// <summary>The row of a learner.</summary>
    /// <param name="learn">The mappings.</param>
    /// <param name="learner">The trigger or control.</param>
    /// <param name="turn">Takes turns of the wheel, in notches.</param>
    public LearnRow(IMidiLearn learn, int learner, Action<float> turn)
    {
        (_learn, _learner, _turn) = (learn, learner, turn);
        _button = new(PageStrings.LearnName(learn.Learners[learner].Title), Press)
        {
            HelpText = IsTrigger ? PageStrings.LearnHelp : PageStrings.LearnControlHelp, TurnWheel = turn,
        };
        Children = [_button];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <summary>Whether something is mapped to it.</summary>
    public bool IsMapped { get; private set; }

    /// <summary>Whether it is on the page: a trigger, or a control that has learned or learns since the page was opened.</summary>
    public bool IsListed { get; private set; }

    /// <summary>Whether a line parts it from the row above.</summary>
    public bool HasLine { get; set; }

    private bool IsTrigger => _learner < _learn.TriggerCount;

    private bool IsLearning => _learn.Learning == _learner;

    /// <summary>Whether keys go to its button, which shows it.</summary>
    public bool HasKeys => Host!.HasKeys(_button);

    /// <summary>Sends keys to its button.</summary>
    public void Focus() => Host!.Focus(_button);

    /// <summary>Shows its mapping, or that it learns.</summary>
    public void Show()
    {
        string mapping = _learn.MappingOf(_learner);
        IsMapped = mapping.Length > 0;
        IsListed |= IsTrigger || IsMapped || IsLearning;
        string waiting = IsTrigger ? PageStrings.Learning : PageStrings.LearningControl;
        _title.Set(_learn.Learners[_learner].Title, MappingLeft - 10);
        _mapping.Set(IsLearning ? waiting : IsMapped ? mapping : PageStrings.Nothing, Bounds.Width - MappingLeft - ButtonWidth - 10);
        _button.SetText(IsLearning ? PageStrings.Cancel : PageStrings.Learn);
        _button.IsOn = IsLearning;
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        if (HasLine)
            canvas.DrawLine(Bounds.Left, Bounds.Top + 1, Bounds.Right, Bounds.Top + 1, theme.Line);
        float baseline = _button.Bounds.MidY + 4.5f;
        _title.Draw(canvas, Bounds.Left, baseline, theme.Text);
        _mapping.Draw(canvas, Bounds.Left + MappingLeft, baseline, IsLearning ? theme.AccentText : IsMapped ? theme.Text : theme.Dim);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.Wheel)
            _turn(e.Wheel);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _title.Dispose();
        _mapping.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        _button.Bounds = SKRect.Create(Bounds.Right - ButtonWidth, Bounds.Top + 4, ButtonWidth, ButtonHeight);
        Show();
    }

    private void Press() => _learn.Learn(IsLearning ? -1 : _learner);
}
