using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>Do links in the docs lead somewhere, and are their pictures those of the present styles and window?</summary>
public sealed partial class DocsTests
{
    private static readonly string[] _parts = ["docs", "installer", "presets", "src", "tests", "trainer", ".github"];

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(House.Root, "*.md")
        .Concat(_parts.Select(part => Path.Combine(House.Root, part)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)));

    [Fact]
    public void Links_lead_to_files_and_headings()
    {
        var broken = from page in Pages
                     from Match link in Link().Matches(File.ReadAllText(page))
                     let target = link.Groups["target"].Value
                     where !target.Contains("://", StringComparison.Ordinal) && !Exists(page, target)
                     select $"{Path.GetRelativePath(House.Root, page)}: {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Pictures_are_not_older_than_what_they_show()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The script needs bash.");
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(House.Root, "docs", "pictures.sh"), "--check"])
        {
            RedirectStandardOutput = true,
        })!;
        string stale = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, stale);
    }

    private static bool Exists(string page, string target)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
        if (!File.Exists(path) && !Directory.Exists(path))
            return false;
        return parts.Length == 1 || Headings(path).Contains(parts[1]);
    }

    // As GitHub makes them: lower case, no punctuation, hyphens for spaces.
    private static IEnumerable<string> Headings(string page) => File.ReadLines(page).Where(line => line.StartsWith('#'))
        .Select(line => line.TrimStart('#').Trim().Replace("`", "", StringComparison.Ordinal))
        .Select(heading => string.Concat(heading.EnumerateRunes().Select(Anchor)));

    private static string Anchor(Rune letter) => letter.Value == ' ' ? "-"
        : Rune.IsLetterOrDigit(letter) || letter.Value is '-' or '_' ? Rune.ToLowerInvariant(letter).ToString()
        : "";

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
