using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The diagrams of docs/architecture.md: under each heading, a mermaid graph with lines "A --> B &amp; C".</summary>
internal static partial class Picture
{
    /// <summary>The arrows under a heading.</summary>
    public static SortedSet<Arrow> Arrows(string heading)
    {
        string text = File.ReadAllText(Path.Combine(House.Root, "docs", "architecture.md")).ReplaceLineEndings("\n");
        int start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/architecture.md has no heading \"{heading}\".");
        int end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        string section = text[start..(end < 0 ? text.Length : end)];
        return [.. Line().Matches(section).SelectMany(line =>
            from name in line.Groups[2].Value.Split('&', StringSplitOptions.TrimEntries)
            select new Arrow(line.Groups[1].Value, name))];
    }

    [GeneratedRegex(@"^ +(\S+) --> (.+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
