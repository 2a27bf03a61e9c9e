using SkiaSharp;
using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>[main] Draws the rows of the roll and the keyboard at their left, with the names of the octaves.</summary>
internal sealed class RowPainter(RollModel roll, RollView view, ControlSet controls) : IDisposable
{
    private const int BlackKeys = 0b010101001010;

    // The least height of a row that has room for a name, in units.
    private const float NameHeight = 8;

    private readonly TextLine[] _names =
        [.. Enumerable.Range(0, Pitch.Count).Select(pitch => new TextLine(Fonts.Tiny, PitchNames.Of(pitch)))];

    private readonly bool[] _played = new bool[Pitch.Count];
    private readonly bool[] _answered = new bool[Pitch.Count];
    private int _version = -1;
    private int _tonic;
    private int _scale;

    /// <summary>The keys at the left, in units.</summary>
    public SKRect Keys { get; set; }

    /// <summary>Looks whether the scale lock or a sounding note has changed.</summary>
    /// <returns>Whether it must be drawn again.</returns>
    public bool Tick()
    {
        int tonic = controls.Key.Entry(), scale = controls.Scale.Entry();
        bool changes = tonic != _tonic || scale != _scale || roll.Version != _version;
        (_tonic, _scale) = (tonic, scale);
        if (roll.Version != _version)
            FindSounding();
        return changes;
    }

    /// <summary>Draws the rows.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="part">The part that is seen, in units.</param>
    /// <param name="pixels">Pixels in a unit.</param>
    public void DrawRows(SKCanvas canvas, Theme theme, SKRect part, float pixels)
    {
        var area = view.Area;
        float gap = 1 / pixels;
        for (int pitch = First; pitch <= Last; pitch++)
        {
            float top = Snap(view.Top(pitch), pixels), bottom = Snap(view.Top(pitch - 1), pixels) - gap;
            var ground = !IsInScale(pitch) ? theme.DimRow : IsBlack(pitch) ? theme.BlackRow : theme.Row;
            canvas.DrawRect(new(Math.Max(area.Left, part.Left), top, Math.Min(area.Right, part.Right), bottom), ground);
        }
    }

    /// <summary>Draws the keyboard; sounding keys are coloured.</summary>
    public void DrawKeys(SKCanvas canvas, Theme theme, float pixels)
    {
        float gap = 1 / pixels;
        canvas.Save();
        canvas.ClipRect(Keys);
        canvas.DrawRect(Keys, theme.BarLine);
        for (int pitch = First; pitch <= Last; pitch++)
        {
            float top = Snap(view.Top(pitch), pixels), bottom = Snap(view.Top(pitch - 1), pixels) - gap;
            bool isBlack = IsBlack(pitch);
            var key = isBlack ? theme.BlackKey : theme.WhiteKey;
            var colour = _played[pitch] ? theme.Played[^1] : _answered[pitch] ? theme.Answer[^1] : key;
            canvas.DrawRoundRect(new(Keys.Left + gap, top, Keys.Right - gap, bottom), 1.5f, 1.5f, colour);
            if (pitch % 12 != NamedClass || bottom - top < NameHeight)
                continue;
            bool isSounding = _played[pitch] || _answered[pitch];
            _names[pitch].Draw(canvas, Keys.Left + 5, ((top + bottom) / 2) + 3.4f, isSounding || !isBlack ? theme.KeyText : theme.Dim);
        }
        canvas.Restore();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var name in _names)
            name.Dispose();
    }

    private int First => Math.Max(0, (int)Math.Floor(view.Low));

    private int Last => Math.Min(Pitch.Count - 1, (int)Math.Ceiling(view.Low + view.Rows));

    // Each octave is named at its C, or at the tonic of the scale lock.
    private int NamedClass => _scale == 0 ? 0 : _tonic;

    private static bool IsBlack(int pitch) => ((BlackKeys >> (pitch % 12)) & 1) != 0;

    private static float Snap(float y, float pixels) => MathF.Round(y * pixels) / pixels;

    private bool IsInScale(int pitch) => Scale.Named[_scale].Scale.Contains(pitch, _tonic);

    private void FindSounding()
    {
        _version = roll.Version;
        Array.Clear(_played);
        Array.Clear(_answered);
        foreach (ref readonly var note in roll.Notes)
        {
            _played[note.Pitch.Number] |= note.State == RollNoteState.Held;
            _answered[note.Pitch.Number] |= note.State == RollNoteState.Sounding;
        }
    }
}
