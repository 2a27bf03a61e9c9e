using System.Globalization;
using System.Net;
using System.Text;

namespace ComposerPlugin.Music;

/// <summary>
/// Draws a piano roll as SVG: time from left to right, pitch from bottom to top, one colour per voice, bar lines and bar numbers.
/// </summary>
public static class PianoRollSvg
{
    private const double TickWidth = 1.6, RowHeight = 7, Left = 44, Top = 34, Bottom = 16, Right = 16;

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
        var bars = BarLines(meters, end);
        var svg = new Drawing(Left + (bars[^1] * TickWidth) + Right, Top + ((highest - lowest + 1) * RowHeight) + Bottom);

        svg.Rectangle(0, 0, svg.Width, svg.Height, "#ffffff");
        svg.Text(Left, 16, 12, "#222222", title);
        DrawLegend(svg, voices);
        for (int pitch = lowest; pitch <= highest; pitch++)
        {
            double y = Top + ((highest - pitch) * RowHeight);
            bool isBlack = pitch % 12 is 1 or 3 or 6 or 8 or 10;
            svg.Rectangle(Left, y, bars[^1] * TickWidth, RowHeight, isBlack ? "#eceff4" : "#f8f9fb");
            if (pitch % 12 == 0)
                svg.Text(8, y + RowHeight, 9, "#667788", new Pitch((byte)Math.Clamp(pitch, 0, 127)).ToString());
        }
        for (int bar = 0; bar < bars.Count; bar++)
        {
            svg.Rectangle(Left + (bars[bar] * TickWidth) - 0.5, Top, 1, (highest - lowest + 1) * RowHeight, "#98a4b5");
            if (bar + 1 < bars.Count)
                svg.Text(Left + (bars[bar] * TickWidth) + 3, svg.Height - 4, 9, "#667788", $"{bar + 1}");
        }
        foreach (var voice in voices)
        {
            foreach (var note in voice.Notes)
            {
                svg.Rectangle(Left + (note.Onset * TickWidth), Top + ((highest - note.Pitch.Number) * RowHeight) + 0.5,
                    Math.Max((note.Duration * TickWidth) - 1, 1), RowHeight - 1, voice.Colour);
            }
        }
        return svg.ToString();
    }

    private static void DrawLegend(Drawing svg, IReadOnlyList<PianoRollVoice> voices)
    {
        double x = Left;
        foreach (var voice in voices)
        {
            svg.Rectangle(x, 22, 8, 8, voice.Colour);
            svg.Text(x + 12, 29, 10, "#445566", voice.Name);
            x += 26 + (voice.Name.Length * 6);
        }
    }

    private static List<double> BarLines(IReadOnlyList<MeterChange> meters, double end)
    {
        var lines = new List<double> { 0 };
        for (int change = 0; lines[^1] < end;)
        {
            while (change + 1 < meters.Count && meters[change + 1].Tick <= lines[^1] + 0.5)
                change++;
            lines.Add(lines[^1] + meters[change].Meter.BarTicks);
        }
        if (lines.Count == 1)
            lines.Add(meters[0].Meter.BarTicks);
        return lines;
    }

    private sealed class Drawing(double width, double height)
    {
        private readonly StringBuilder _elements = new();

        public double Width => width;

        public double Height => height;

        public void Rectangle(double x, double y, double w, double h, string colour) => _elements.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{w:0.##}\" height=\"{h:0.##}\" fill=\"{colour}\"/>\n");

        public void Text(double x, double y, double size, string colour, string text) => _elements.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" font-family=\"sans-serif\" "
            + $"fill=\"{colour}\">{WebUtility.HtmlEncode(text)}</text>\n");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.##}\" height=\"{height:0.##}\" "
            + $"viewBox=\"0 0 {width:0.##} {height:0.##}\">\n{_elements}</svg>\n");
    }
}
