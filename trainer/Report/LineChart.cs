using System.Globalization;
using System.Net;
using System.Text;

namespace ComposerPlugin.Trainer.Report;

/// <summary>
/// Draws curves as an SVG line chart. Colours come from the page's classes (<c>first</c>, <c>second</c>, <c>third</c>) and follow its
/// light or dark mode.
/// </summary>
internal static class LineChart
{
    private const double Width = 560, Height = 240, Left = 52, Right = 16, Top = 14, Bottom = 40;
    private const int Marks = 5;

    private static readonly double[] _roundSteps = [1, 2, 5, 10];

    /// <summary>The chart, or an empty text if no curve has two points.</summary>
    /// <param name="across">The title of the horizontal axis.</param>
    /// <param name="up">The title of the vertical axis.</param>
    /// <param name="curves">The name and the points of each curve, sorted by X; at most three curves.</param>
    public static string Draw(string across, string up, params (string Name, IReadOnlyList<(double X, double Y)> Points)[] curves)
    {
        var drawn = curves.Where(curve => curve.Points.Count > 1).ToList();
        if (drawn.Count == 0)
            return "";
        var points = drawn.SelectMany(curve => curve.Points).ToList();
        var x = new Axis(points.Min(point => point.X), points.Max(point => point.X), Left, Width - Right);
        var y = new Axis(points.Min(point => point.Y), points.Max(point => point.Y), Height - Bottom, Top);
        var svg = new StringBuilder();
        string label = WebUtility.HtmlEncode(up);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" ");
        svg.Append($"role=\"img\" aria-label=\"{label}\">\n");
        foreach (double value in y.Marks(Marks))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"rule\" x1=\"{Left}\" x2=\"{Width - Right}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"y1=\"{y[value]:0.#}\" y2=\"{y[value]:0.#}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{y[value] + 4:0.#}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"text-anchor=\"end\">{value:0.###}</text>\n");
        }
        foreach (double value in x.Marks(Marks))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x[value]:0.#}\" y=\"{Height - Bottom + 16}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"text-anchor=\"middle\">{value:0.##}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 6}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"text-anchor=\"middle\">{WebUtility.HtmlEncode(across)}</text>\n");
        for (int i = 0; i < drawn.Count; i++)
        {
            var pairs = drawn[i].Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{x[point.X]:0.#},{y[point.Y]:0.#}"));
            string path = string.Join(' ', pairs);
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"curve {ChartColour.Class(i)}\" points=\"{path}\"/>\n");
        }
        svg.Append("</svg>\n");
        return ChartColour.Figure(up, svg.ToString(), [.. drawn.Select(curve => curve.Name)]);
    }

    // Maps a value range to pixels; marks are round numbers inside the range.
    private readonly record struct Axis(double Least, double Greatest, double From, double To)
    {
        private double Span => Greatest > Least ? Greatest - Least : 1;

        /// <summary>The pixel of a value.</summary>
        public double this[double value] => From + ((value - Least) / Span * (To - From));

        public IEnumerable<double> Marks(int most)
        {
            double rough = Span / most, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            double step = _roundSteps.Select(times => times * power).First(round => round >= rough * 0.999);
            for (double value = Math.Ceiling(Least / step) * step; value <= Greatest + (step / 1000); value += step)
                yield return value;
        }
    }
}
