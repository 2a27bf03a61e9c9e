namespace ComposerPlugin.Play;

/// <summary>How to hear a sound file on this system.</summary>
internal static class SoundProgram
{
    private static readonly string[] _players = OperatingSystem.IsMacOS()
        ? ["afplay"]
        : ["pw-play", "paplay", "aplay", "ffplay", "mpv", "xdg-open"];

    /// <summary>A command line that plays a file; null if no program for it is on the PATH.</summary>
    public static string? CommandFor(string file)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? player = Array.Find(_players, name => folders.Any(folder => File.Exists(Path.Combine(folder, name))));
        return player is null ? null : $"{player} {Quoted(file)}";
    }

    private static string Quoted(string path) =>
        path.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+~".Contains(letter)) ? path : $"'{path.Replace("'", @"'\''")}'";
}
