namespace ComposerPlugin.Music;

/// <summary>
/// Draws a piano roll as SVG: time from left to right, pitch from bottom to top beside a keyboard, one colour per voice, paler for softer
/// notes, bar lines with numbers, beat lines. A long piece has several rows.
/// </summary>
public static class PianoRollSvg
{
    private const double TickWidth = 1.6, RowHeight = 7, Left = 44, Top = 34, Bottom = 16, Gap = 10, Right = 16;
    private const double KeyboardWidth = 28, BlackKeyWidth = 17;

    // Eight bars of 4/4 in a row.
    private const double LongestRow = 8 * Ticks.PerWhole;

    // In ticks: what a note lasts beyond its grid line, since it ends on a sample.
    private const double Hair = 1;

    // Of a note of velocity 0.
    private const double Palest = 0.3;

    /// <summary>Returns the SVG document.</summary>
    /// <param name="title">The title above the roll.</param>
    /// <param name="voices">The voices; later ones are drawn over earlier ones.</param>
    /// <param name="meters">Meter changes by time; the first is at tick 0.</param>
    public static string Draw(string title, IReadOnlyList<PianoRollVoice> voices, IReadOnlyList<MeterChange> meters)
    {
        var notes = voices.SelectMany(voice => voice.Notes).ToList();
        int lowest = notes.Count == 0 ? 60 : notes.Min(note => note.Pitch.Number) - 2;
        int highest = notes.Count == 0 ? 72 : notes.Max(note => note.Pitch.Number) + 2;
        double end = notes.Count == 0 ? meters[0].Meter.BarTicks : notes.Max(note => note.End);
        var rows = PianoRollRow.Break(meters, end - Hair, LongestRow);
        double height = ((highest - lowest + 1) * RowHeight) + Bottom + Gap;
        double width = Left + (rows.Max(row => row.End - row.Begin) * TickWidth) + Right;
        double whole = Top + (rows.Count * height) - Gap;

        var svg = new SvgDrawing(width, whole);
        svg.Rectangle(0, 0, width, whole, "#ffffff");
        svg.Text(Left, 16, 12, "#222222", title);
        DrawLegend(svg, voices);
        for (int i = 0; i < rows.Count; i++)
        {
            double top = Top + (i * height);
            DrawPitches(svg, rows[i], top, lowest, highest);
            DrawLines(svg, rows[i], top, (highest - lowest + 1) * RowHeight);
            foreach (var voice in voices)
                DrawNotes(svg, rows[i], top, highest, voice);
        }
        return svg.ToString();
    }

    private static void DrawLegend(SvgDrawing svg, IReadOnlyList<PianoRollVoice> voices)
    {
        double x = Left;
        foreach (var voice in voices)
        {
            svg.Rectangle(x, 22, 8, 8, voice.Colour);
            svg.Text(x + 12, 29, 10, "#445566", voice.Name);
            x += 26 + (voice.Name.Length * 6);
        }
    }

    private static void DrawPitches(SvgDrawing svg, PianoRollRow row, double top, int lowest, int highest)
    {
        double keys = Left - KeyboardWidth - 2;
        svg.Rectangle(keys - 0.5, top - 0.5, KeyboardWidth + 1, ((highest - lowest + 1) * RowHeight) + 1, "#b4bdc9");
        for (int pitch = lowest; pitch <= highest; pitch++)
        {
            double y = top + ((highest - pitch) * RowHeight);
            bool isBlack = pitch % 12 is 1 or 3 or 6 or 8 or 10;
            svg.Rectangle(Left, y, (row.End - row.Begin) * TickWidth, RowHeight, isBlack ? "#eceff4" : "#f8f9fb");
            svg.Rectangle(keys, y, KeyboardWidth, RowHeight, "#fdfdfd");
            if (isBlack)
                svg.Rectangle(keys, y, BlackKeyWidth, RowHeight, "#39424e");
            // Between two white keys, and in the middle of a black one.
            if (pitch % 12 is 0 or 5)
                svg.Rectangle(keys, y + RowHeight - 0.5, KeyboardWidth, 0.5, "#b4bdc9");
            else if (isBlack)
                svg.Rectangle(keys + BlackKeyWidth, y + (RowHeight / 2), KeyboardWidth - BlackKeyWidth, 0.5, "#b4bdc9");
            if (pitch % 12 == 0)
                svg.Text(Left - 4, y + RowHeight - 1, 7, "#556677", new Pitch((byte)Math.Clamp(pitch, 0, 127)).ToString(), endsAtX: true);
        }
    }

    private static void DrawLines(SvgDrawing svg, PianoRollRow row, double top, double height)
    {
        double x(double tick) => Left + ((tick - row.Begin) * TickWidth);
        for (int bar = 0; bar < row.Meters.Count; bar++)
        {
            int beatTicks = row.Meters[bar].BeatTicks;
            for (double beat = row.BarLines[bar] + beatTicks; beat < row.BarLines[bar + 1]; beat += beatTicks)
                svg.Rectangle(x(beat) - 0.25, top, 0.5, height, "#c3ccd8");
            svg.Text(x(row.BarLines[bar]) + 3, top + height + Bottom - 4, 9, "#667788", $"{row.FirstBar + bar}");
        }
        foreach (double line in row.BarLines)
            svg.Rectangle(x(line) - 0.5, top, 1, height, "#98a4b5");
    }

    private static void DrawNotes(SvgDrawing svg, PianoRollRow row, double top, int highest, PianoRollVoice voice)
    {
        foreach (var note in voice.Notes)
        {
            double begin = Math.Max(note.Onset, row.Begin), end = Math.Min(note.End, row.End);
            // A note over the end of a row goes on in the next one, if not by a hair.
            if (note.Onset >= row.End || (note.Onset < row.Begin && end - begin < Hair))
                continue;
            svg.Rectangle(Left + ((begin - row.Begin) * TickWidth), top + ((highest - note.Pitch.Number) * RowHeight) + 0.5,
                Math.Max(((end - begin) * TickWidth) - 1, 1), RowHeight - 1, voice.Colour, Palest + ((1 - Palest) * note.Velocity / 127));
        }
    }
}
