namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The command line as style.json and the log store it.</summary>
internal static class CommandText
{
    /// <summary>
    /// Joins the arguments. Absolute paths are shortened to the last component, because style.json is shared and must not leak local paths.
    /// </summary>
    public static string Format(IReadOnlyList<string> args) => string.Join(' ', args.Select(Shorten));

    private static string Shorten(string word)
    {
        string shown = Path.IsPathRooted(word) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(word)) : word;
        return shown.Contains(' ') ? $"\"{shown}\"" : shown;
    }
}
