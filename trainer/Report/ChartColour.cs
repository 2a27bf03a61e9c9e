using System.Net;
using System.Text;

namespace ComposerPlugin.Trainer.Report;

/// <summary>The CSS classes that colour charts, and the frame with title and legend.</summary>
internal static class ChartColour
{
    private static readonly string[] _classes = ["first", "second", "third"];

    /// <summary>The CSS class of a curve or a set of bars.</summary>
    public static string Class(int series) => _classes[series % _classes.Length];

    /// <summary>A chart with its title and legend as HTML.</summary>
    public static string Figure(string title, string svg, IReadOnlyList<string> names)
    {
        var html = new StringBuilder($"<figure><figcaption>{WebUtility.HtmlEncode(title)}<span class=\"legend\">");
        for (int i = 0; i < names.Count; i++)
            html.Append($"<i class=\"{Class(i)}\"></i>{WebUtility.HtmlEncode(names[i])} ");
        return html.Append($"</span></figcaption>\n{svg}</figure>\n").ToString();
    }
}
