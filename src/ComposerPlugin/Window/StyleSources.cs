using System.Text.RegularExpressions;

namespace ComposerPlugin;

/// <summary>
/// [main] What a style was trained on, from the section "Sources" of the README.md in its folder: presets state it there, because their
/// style.json, whose hash projects store, must not change.
/// </summary>
internal static partial class StyleSources
{
    private const string Heading = "## Sources";

    // A README is a few kB; a longer file is something else.
    private const long LongestFile = 1 << 18;

    /// <summary>Reads the section as plain text in one line; empty if there is none or it cannot be read.</summary>
    /// <param name="folder">The style's folder.</param>
    public static string Read(string folder)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, "README.md"));
            return file.Exists && file.Length <= LongestFile ? Of(File.ReadAllLines(file.FullName)) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Of(string[] lines)
    {
        int heading = Array.FindIndex(lines, line => line.Trim() == Heading);
        if (heading < 0)
            return "";
        var section = lines.Skip(heading + 1).TakeWhile(line => !line.StartsWith('#')).Select(line => line.Trim());
        string text = string.Join(' ', section.Where(line => line.Length > 0));
        return Emphasis().Replace(Link().Replace(text, "$1"), "$1");
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*([^*]+)\*")]
    private static partial Regex Emphasis();
}
