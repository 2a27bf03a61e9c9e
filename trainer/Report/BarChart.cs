using System.Globalization;
using System.Net;
using System.Text;

namespace ComposerPlugin.Trainer.Report;

/// <summary>Draws two distributions as an SVG bar chart, as shares of each.</summary>
internal static class BarChart
{
    private const double Width = 420, Height = 170, Left = 50, Right = 8, Top = 10, Bottom = 24;
    private const int MostWholeBins = 26;
    private const int Bins = 16;
    private const int MostLabels = 12;

    /// <summary>
    /// The histograms of two sets of values with common bins: one for each whole number if the range is small, else sixteen. Neither set is
    /// empty.
    /// </summary>
    public static string Histogram(
        string title, (string Name, IReadOnlyList<double> Values) first, (string Name, IReadOnlyList<double> Values) second)
    {
        double[] all = [.. first.Values, .. second.Values];
        double lowest = all.Min(), highest = all.Max();
        bool whole = all.All(double.IsInteger) && highest - lowest < MostWholeBins;
        int bins = whole ? (int)(highest - lowest) + 1 : Bins;
        double width = whole ? 1 : Math.Max(highest - lowest, 1e-9) / bins;
        string Label(int bin) => (lowest + ((bin + (whole ? 0 : 0.5)) * width)).ToString("0.##", CultureInfo.InvariantCulture);
        string[] labels = [.. Enumerable.Range(0, bins).Select(Label)];
        return Draw(title, labels, (first.Name, Shares(first.Values)), (second.Name, Shares(second.Values)));

        double[] Shares(IReadOnlyList<double> values)
        {
            double[] shares = new double[bins];
            foreach (double value in values)
                shares[Math.Clamp((int)((value - lowest) / width), 0, bins - 1)] += 1.0 / values.Count;
            return shares;
        }
    }

    /// <summary>A bar chart of named classes.</summary>
    /// <param name="title">The title.</param>
    /// <param name="labels">The classes.</param>
    /// <param name="first">A name, and the share of each class.</param>
    /// <param name="second">Another.</param>
    public static string Draw(
        string title, IReadOnlyList<string> labels, (string Name, double[] Shares) first, (string Name, double[] Shares) second)
    {
        double largest = Math.Max(Math.Max(first.Shares.Max(), second.Shares.Max()), 1e-9);
        double slot = (Width - Left - Right) / labels.Count, scale = (Height - Top - Bottom) / largest;
        var svg = new StringBuilder();
        string label = WebUtility.HtmlEncode(title);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" ");
        svg.Append($"role=\"img\" aria-label=\"{label}\">\n");
        foreach (double share in (double[])[0, largest / 2, largest])
        {
            double y = Height - Bottom - (share * scale);
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"rule\" x1=\"{Left}\" x2=\"{Width - Right}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 5}\" y=\"{y + 4:0.#}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"text-anchor=\"end\">{100 * share:0.#} %</text>\n");
        }
        int labelled = ((labels.Count - 1) / MostLabels) + 1;
        for (int i = 0; i < labels.Count; i++)
        {
            double x = Left + (i * slot);
            Bar(0, x + (0.1 * slot), first.Shares[i]);
            Bar(1, x + (0.5 * slot), second.Shares[i]);
            if (i % labelled == 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (slot / 2):0.#}\" y=\"{Height - 8}\" text-anchor=\"middle\">");
                svg.Append(CultureInfo.InvariantCulture, $"{WebUtility.HtmlEncode(labels[i])}</text>\n");
            }
        }
        svg.Append("</svg>\n");
        return ChartColour.Figure(title, svg.ToString(), [first.Name, second.Name]);

        void Bar(int series, double x, double share)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{ChartColour.Class(series)}\" x=\"{x:0.#}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"y=\"{Height - Bottom - (share * scale):0.#}\" ");
            svg.Append(CultureInfo.InvariantCulture, $"width=\"{0.4 * slot:0.#}\" height=\"{share * scale:0.#}\"/>\n");
        }
    }
}
