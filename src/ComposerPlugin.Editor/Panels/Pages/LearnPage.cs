using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What keys and controllers of a MIDI keyboard press which buttons and move which controls: all buttons, and the controls that have
/// learned. Rows for which the window has no room are reached by the wheel or by arrows.
/// </summary>
internal sealed class LearnPage : Page
{
    private const float RowHeight = 32, TextHeight = 54, TextGap = 10, Foot = 40, ButtonWidth = 96, ButtonHeight = 26;

    private readonly IMidiLearn _learn;
    private readonly TextBlock _text = new(Fonts.Normal, 18);
    private readonly LearnRow[] _rows;
    private readonly List<LearnRow> _listed = [];
    private readonly Button _forget;
    private int _version = -1;
    private int _first;

    /// <summary>The page of a model.</summary>
    public LearnPage(IEditorModel model)
        : base(PageStrings.LearnTitle, new(580, 58 + TextHeight + TextGap + (RowHeight * CountListed(model.MidiLearn)) + Foot + Padding))
    {
        _learn = model.MidiLearn;
        _rows = [.. _learn.Learners.Select((_, learner) => new LearnRow(_learn, learner, TurnWheel))];
        _forget = new(PageStrings.ForgetAll, _learn.ForgetAll) { HelpText = PageStrings.ForgetAllHelp };
        Add(_rows);
        Add(_forget);
    }

    private float RowsTop => Content.Top + _text.Height + TextGap;

    // How many rows there is room for.
    private int Room => Math.Max(1, (int)((Content.Bottom - Foot - RowsTop) / RowHeight));

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_learn.Version != _version)
            Show();
        base.Tick();
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.Wheel)
            TurnWheel(e.Wheel);
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        switch (e.Key)
        {
            // The first Escape ends learning only.
            case Key.Escape when _learn.Learning >= 0:
                _learn.Learn(-1);
                return true;
            case Key.Up:
                Step(-1);
                return true;
            case Key.Down:
                Step(1);
                return true;
            default:
                return false;
        }
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
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        base.Arrange();
        _text.Set(PageStrings.LearnText, Content.Width);
        _forget.Bounds = SKRect.Create(Content.Right - ButtonWidth, Content.Bottom - ButtonHeight, ButtonWidth, ButtonHeight);
        Show();
    }

    /// <inheritdoc/>
    protected override void DrawContent(SKCanvas canvas, Theme theme)
    {
        _text.Draw(canvas, Content.Left, Content.Top, theme.Dim);
        if (_listed.Count <= Room)
            return;
        float height = Room * RowHeight;
        var thumb = SKRect.Create(Content.Right + 8, RowsTop + (height * _first / _listed.Count), 3, height * Room / _listed.Count);
        canvas.DrawRoundRect(thumb, 1.5f, 1.5f, theme.Dim);
    }

    private static int CountListed(IMidiLearn learn) =>
        learn.TriggerCount + Enumerable.Range(learn.TriggerCount, learn.Learners.Count - learn.TriggerCount)
            .Count(control => learn.MappingOf(control).Length > 0 || learn.Learning == control);

    // Away from the user is up.
    private void TurnWheel(float notches) => Scroll(-(int)MathF.Round(notches, MidpointRounding.AwayFromZero));

    private void Scroll(int rows)
    {
        int before = _first;
        _first += rows;
        PlaceRows();
        // A button out of sight takes no keys.
        if (_first != before)
            Host!.Focus(null);
    }

    // From the row that has the keys to the next one.
    private void Step(int by)
    {
        int at = _listed.FindIndex(row => row.HasKeys);
        if (at < 0)
        {
            Scroll(by);
            return;
        }
        at = Math.Clamp(at + by, 0, _listed.Count - 1);
        _first = Math.Clamp(_first, at - Room + 1, at);
        PlaceRows();
        _listed[at].Focus();
    }

    private void Show()
    {
        _version = _learn.Version;
        foreach (var row in _rows)
            row.Show();
        _listed.Clear();
        _listed.AddRange(_rows.Where(row => row.IsListed));
        _forget.IsEnabled = _listed.Exists(row => row.IsMapped);
        PlaceRows();
    }

    private void PlaceRows()
    {
        _first = Math.Clamp(_first, 0, Math.Max(0, _listed.Count - Room));
        foreach (var row in _rows)
            row.IsVisible = false;
        for (int i = 0; i < Room && _first + i < _listed.Count; i++)
        {
            var row = _listed[_first + i];
            (row.IsVisible, row.HasLine) = (true, i > 0);
            row.Bounds = SKRect.Create(Content.Left, RowsTop - 4 + (i * RowHeight), Content.Width, RowHeight);
        }
        Invalidate();
    }
}
