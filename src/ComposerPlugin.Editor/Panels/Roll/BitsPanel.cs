using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The surprise of each note in bits, below the roll and in its time: the player's as bars with corners, the answer's with a round
/// top, those to come as outlines.
/// </summary>
internal sealed class BitsPanel : Widget
{
    // Units.
    private const float Margin = 5, Narrowest = 2, Reach = 2, Round = 2.5f, ValueHeight = 15, ValuePadding = 6;

    // The top of the scale is the least of these that no note exceeds.
    private const int LowestScale = 8, ScaleStep = 4, HighestScale = 32;

    private readonly RollModel _model;
    private readonly RollPanel _roll;
    private readonly TextLine _caption = new(Fonts.Tiny, RollStrings.Surprise), _value = new(Fonts.Small);
    private (int Roll, int View, int Shown) _drawn;
    private float _playhead = float.NaN;
    private double _left = double.NaN;
    private int _scale = LowestScale;
    private int _hovered = -1;
    private (int Pitch, float Bits) _shownValue = (0, float.NaN);

    /// <summary>The surprise of the notes of a roll.</summary>
    public BitsPanel(IEditorModel model, RollPanel roll) => (_model, _roll) = (model.Roll, roll);

    /// <summary>The bits at the top of the strip.</summary>
    public int ScaleTop => _scale;

    /// <inheritdoc/>
    public override string Name => RollStrings.BitsName;

    /// <inheritdoc/>
    public override string Reading => _value.Text;

    /// <inheritdoc/>
    public override string Help => RollStrings.BitsHelp;

    private RollView View => _roll.View;

    private SKRect Strip => new(View.Area.Left, Bounds.Top + Margin, View.Area.Right, Bounds.Bottom - Margin);

    // That of the note under the pointer, here or in the roll.
    private int Shown => _hovered >= 0 ? _hovered : _roll.Marked;

    /// <inheritdoc/>
    public override void Tick()
    {
        if (_hovered >= _model.Notes.Length)
            _hovered = -1;
        var state = (_model.Version, View.Version, Shown);
        if (state != _drawn)
        {
            FindScale();
            SetValue();
            Invalidate();
        }
        else if (!_playhead.Equals(_roll.Playhead))
        {
            InvalidateAt(_playhead);
            InvalidateAt(_roll.Playhead);
        }
        (_drawn, _playhead) = (state, _roll.Playhead);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var strip = Strip;
        DrawScale(canvas, theme, strip);
        canvas.Save();
        canvas.ClipRect(new(strip.Left, Bounds.Top, strip.Right, strip.Bottom));
        var notes = _model.Notes;
        for (int i = 0; i < notes.Length; i++)
        {
            var bar = BarOf(i, strip);
            if (!bar.IsEmpty && bar.Right >= part.Left && bar.Left <= part.Right)
                DrawBar(canvas, theme, notes[i], bar, isOver: notes[i].Bits > _scale, isShown: i == Shown);
        }
        canvas.Restore();
        if (!float.IsNaN(_playhead))
            canvas.DrawRect(_playhead - 0.5f, Bounds.Top, 1, strip.Bottom - Bounds.Top, theme.Dim);
        DrawValue(canvas, theme, strip);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        switch (e.Kind)
        {
            case PointerKind.Move:
                _hovered = NoteAt(e.X);
                break;
            case PointerKind.Leave:
                _hovered = -1;
                break;
            case PointerKind.Wheel:
                _roll.Pointer(e);
                break;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _caption.Dispose();
        _value.Dispose();
        base.Dispose();
    }

    private void DrawScale(SKCanvas canvas, Theme theme, SKRect strip)
    {
        _caption.Draw(canvas, Bounds.Left, strip.MidY + 3.4f, theme.Dim);
        canvas.DrawLine(strip.Left, strip.Top, strip.Right, strip.Top, theme.Line);
        canvas.DrawLine(strip.Left, strip.MidY, strip.Right, strip.MidY, theme.Line);
        canvas.DrawLine(strip.Left, strip.Bottom, strip.Right, strip.Bottom, theme.Line);
    }

    private static void DrawBar(SKCanvas canvas, Theme theme, in RollNote note, SKRect bar, bool isOver, bool isShown)
    {
        float round = Math.Min(Round, bar.Width / 2);
        if (note.State == RollNoteState.Planned)
        {
            // Below the strip, so that the outline is open there.
            canvas.DrawRoundRect(new(bar.Left + 0.6f, bar.Top + 0.6f, bar.Right - 0.6f, bar.Bottom + 4), round, round, theme.Planned);
        }
        else if (note.IsAnswer)
        {
            canvas.DrawRoundRect(new(bar.Left, bar.Top, bar.Right, bar.Bottom + Round), round, round, theme.AnswerBits);
        }
        else
        {
            canvas.DrawRect(bar, theme.PlayedBits);
        }
        // It goes on beyond the scale.
        if (isOver)
            canvas.DrawRect(bar.Left, bar.Top + 2, bar.Width, 1.5f, theme.Window);
        if (isShown)
            canvas.DrawRect(bar.Left, bar.Top - 1.5f, bar.Width, 1.5f, theme.Text);
    }

    private void DrawValue(SKCanvas canvas, Theme theme, SKRect strip)
    {
        int shown = Shown;
        if (_value.Text.Length == 0 || shown < 0)
            return;
        var bar = BarOf(shown, strip);
        float width = _value.Width + (2 * ValuePadding), left = bar.Right + ValuePadding;
        // Neither outside the strip nor over the playhead.
        if (left + width > strip.Right || (_playhead > left && _playhead < left + width))
            left = bar.Left - ValuePadding - width;
        var ground = SKRect.Create(left, strip.MidY - (ValueHeight / 2), width, ValueHeight);
        canvas.DrawRoundRect(ground, 4, 4, theme.Popup);
        canvas.DrawRoundRect(SKRect.Inflate(ground, -0.5f, -0.5f), 4, 4, theme.Border);
        _value.Draw(canvas, left + ValuePadding, strip.MidY + 4, theme.Text);
    }

    private void InvalidateAt(float playhead)
    {
        if (!float.IsNaN(playhead))
            Host!.Invalidate(new(playhead - 1, Bounds.Top, playhead + 1, Bounds.Bottom));
    }

    // It grows with a note, and shrinks with another page.
    private void FindScale()
    {
        float most = 0;
        foreach (ref readonly var note in _model.Notes)
        {
            if (note.Start < View.Right && note.End > View.Left && float.IsFinite(note.Bits))
                most = Math.Max(most, note.Bits);
        }
        int scale = LowestScale;
        while (scale < most && scale < HighestScale)
            scale += ScaleStep;
        _scale = View.Left == _left ? Math.Max(scale, _scale) : scale;
        _left = View.Left;
    }

    private void SetValue()
    {
        int shown = Shown;
        (int Pitch, float Bits) value = shown < 0 ? (0, float.NaN) : (_model.Notes[shown].Pitch.Number, _model.Notes[shown].Bits);
        if (value.Equals(_shownValue))
            return;
        _shownValue = value;
        _value.Set(float.IsNaN(value.Bits) ? "" : RollStrings.BitsOfNote(value.Bits, PitchNames.Of(value.Pitch)));
    }

    // Notes of a chord share its width.
    private SKRect BarOf(int index, SKRect strip)
    {
        var notes = _model.Notes;
        ref readonly var note = ref notes[index];
        if (float.IsNaN(note.Bits) || note.Start >= View.Right || note.End <= View.Left)
            return SKRect.Empty;
        int first = index, last = index;
        while (first > 0 && IsChord(notes[first - 1], note))
            first--;
        while (last + 1 < notes.Length && IsChord(notes[last + 1], note))
            last++;
        float width = (View.X(note.End) - 1 - View.X(note.Start)) / (last - first + 1);
        float left = View.X(note.Start) + (width * (index - first));
        float height = Math.Max(1, strip.Height * Math.Min(note.Bits, _scale) / _scale);
        return new(left, strip.Bottom - height, left + Math.Max(width, Narrowest), strip.Bottom);
    }

    private static bool IsChord(in RollNote one, in RollNote other) =>
        Math.Abs(one.Start - other.Start) < 0.5 && one.IsAnswer == other.IsAnswer && !float.IsNaN(one.Bits);

    private int NoteAt(float x)
    {
        var strip = Strip;
        for (int i = _model.Notes.Length - 1; i >= 0; i--)
        {
            var bar = BarOf(i, strip);
            if (!bar.IsEmpty && x >= bar.Left - Reach && x < bar.Right + Reach)
                return i;
        }
        return -1;
    }
}
