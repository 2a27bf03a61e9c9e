using System.Globalization;
using System.Net;
using System.Text;

namespace ComposerPlugin.Music;

/// <summary>An SVG document of rectangles and texts.</summary>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
internal sealed class SvgDrawing(double width, double height)
{
    private readonly StringBuilder _elements = new();

    /// <summary>Adds a filled rectangle.</summary>
    public void Rectangle(double x, double y, double w, double h, string colour, double opacity = 1) => _elements.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{w:0.##}\" height=\"{h:0.##}\" fill=\"{colour}\"{Opacity(opacity)}/>\n");

    /// <summary>Adds a text; its baseline begins at the position, or ends there.</summary>
    public void Text(double x, double y, double size, string colour, string text, bool endsAtX = false) => _elements.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" font-family=\"sans-serif\"{Anchor(endsAtX)} "
        + $"fill=\"{colour}\">{WebUtility.HtmlEncode(text)}</text>\n");

    /// <summary>The document.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:0.##}\" height=\"{height:0.##}\" "
        + $"viewBox=\"0 0 {width:0.##} {height:0.##}\">\n{_elements}</svg>\n");

    private static string Anchor(bool endsAtX) => endsAtX ? " text-anchor=\"end\"" : "";

    private static string Opacity(double opacity) =>
        opacity >= 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"");
}
