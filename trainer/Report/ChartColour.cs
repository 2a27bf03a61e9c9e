using System.Net;
using System.Text;

namespace ComposerPlugin.Trainer.Report;

/// <summary>The classes by which charts are coloured, and the frame that tells what is what.</summary>
internal static class ChartColour
{
    private static readonly string[] _classes = ["first", "second"];

    /// <summary>The class of a curve or of a set of bars.</summary>
    public static string Class(int series) => _classes[series % _classes.Length];

    /// <summary>A chart under its title and beside its legend.</summary>
    public static string Figure(string title, string svg, IReadOnlyList<string> names)
    {
        var html = new StringBuilder($"<figure><figcaption>{WebUtility.HtmlEncode(title)}<span class=\"legend\">");
        for (int i = 0; i < names.Count; i++)
            html.Append($"<i class=\"{Class(i)}\"></i>{WebUtility.HtmlEncode(names[i])} ");
        return html.Append($"</span></figcaption>\n{svg}</figure>\n").ToString();
    }
}
