using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The line at the bottom. Left: a message for some seconds, what MIDI learn waits for, the help of what the pointer or the keys are
/// on, or how things are.
/// Right: the seed, what computes the notes and how fast, and what was lost.
/// </summary>
internal sealed class StatusPanel : Widget
{
    // 8 s of 33 ms.
    private const int TicksOfMessage = 242;
    private const float Baseline = 23, Gap = 32, MarkWidth = 20;

    private readonly IEditorModel _model;
    private readonly TextLine _left = new(Fonts.Small), _facts = new(Fonts.Small), _losses = new(Fonts.Small);
    private readonly TextLine _mark = new(Fonts.Small, "!");
    private string _message = "", _full = "", _waiting = "";
    private int _ticksLeft, _learning = -1;
    private bool _isMessage, _isError;

    // What the right side was made from.
    private (double Seed, string Provider, long Tenths) _shownFacts = (double.NaN, "", 0);
    private (long Late, long Dropped) _shownLosses;

    /// <summary>The status line of a model.</summary>
    public StatusPanel(IEditorModel model) => _model = model;

    /// <inheritdoc/>
    public override string Name => StatusStrings.Status;

    /// <inheritdoc/>
    public override string Reading => _full;

    /// <summary>The whole text where there is no room for it.</summary>
    public override string Help => _left.Text == _full ? "" : _full;

    /// <summary>What stands at the right.</summary>
    internal string Facts => _losses.Text.Length == 0 ? _facts.Text : _facts.Text + StatusStrings.Separator + _losses.Text;

    private float Right => Bounds.Right - (_losses.Width > 0 ? _losses.Width + SeparatorWidth : 0);

    private static float SeparatorWidth => 24;

    /// <summary>Shows a message for some seconds.</summary>
    public void Say(string message)
    {
        (_message, _ticksLeft) = (message, TicksOfMessage);
        ShowLeft(_model.Status);
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_ticksLeft > 0)
            _ticksLeft--;
        Wait();
        var status = _model.Status;
        ShowFacts(status);
        ShowLosses(status);
        ShowLeft(status);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        float x = Bounds.Left, y = Bounds.Top + Baseline;
        if (_isError)
        {
            canvas.DrawCircle(x + 7, y - 4, 7, theme.Error);
            _mark.DrawCentred(canvas, x + 7, y, theme.Window);
            x += MarkWidth;
        }
        _left.Draw(canvas, x, y, _isError ? theme.Error : _isMessage ? theme.Text : theme.Dim);
        _losses.DrawRight(canvas, Bounds.Right, y, theme.Error);
        if (_losses.Width > 0)
            canvas.DrawCircle(Bounds.Right - _losses.Width - 10, y - 4, 3, theme.Error);
        _facts.DrawRight(canvas, Right, y, theme.Dim);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _left.Dispose();
        _facts.Dispose();
        _losses.Dispose();
        _mark.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => CutLeft();

    private void ShowFacts(in EditorStatus status)
    {
        double seed = _model.Controls.Seed.Value;
        // Less than a tenth is shown as one: 0 is not known.
        long tenths = status.MillisecondsPerNote > 0 ? Math.Max(1, (long)Math.Round(status.MillisecondsPerNote * 10)) : 0;
        if (seed == _shownFacts.Seed && status.Provider == _shownFacts.Provider && tenths == _shownFacts.Tenths)
            return;
        _shownFacts = (seed, status.Provider, tenths);
        _facts.Set(StatusStrings.Facts(_model.Controls.Seed.Format(seed), status.Provider, tenths), Math.Max(100, Bounds.Width / 2));
        CutLeft();
        Invalidate();
    }

    private void ShowLosses(in EditorStatus status)
    {
        if (status.LateNotes == _shownLosses.Late && status.Dropped == _shownLosses.Dropped)
            return;
        _shownLosses = (status.LateNotes, status.Dropped);
        _losses.Set(StatusStrings.Losses(status.LateNotes, status.Dropped));
        CutLeft();
        Invalidate();
    }

    private void Wait()
    {
        int learning = _model.MidiLearn.Learning;
        if (learning == _learning)
            return;
        // What was waited for has come: its message is past too.
        if (_message == _waiting)
            _ticksLeft = 0;
        _learning = learning;
        _waiting = learning < 0 ? "" : ControlStrings.ToLearn(_model.MidiLearn, learning);
    }

    private void ShowLeft(in EditorStatus status)
    {
        bool isMessage = _ticksLeft > 0 || _waiting.Length > 0;
        string? help = isMessage ? null : Host?.HelpText;
        // The line's own help is what stands in it.
        bool isHelp = !string.IsNullOrEmpty(help) && !Host!.HasPointer(this);
        string text = _ticksLeft > 0 ? _message : isMessage ? _waiting : isHelp ? help! : status.Message;
        bool isError = !isMessage && !isHelp && status.IsError;
        if (text == _full && isMessage == _isMessage && isError == _isError)
            return;
        (_full, _isMessage, _isError) = (text, isMessage, isError);
        CutLeft();
        Invalidate();
    }

    private void CutLeft()
    {
        float room = Right - _facts.Width - Gap - Bounds.Left - (_isError ? MarkWidth : 0);
        if (Bounds.Width > 0)
            _left.Set(_full, Math.Max(60, room));
    }
}
