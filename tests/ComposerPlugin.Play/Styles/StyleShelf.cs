using System.Text.Json;

namespace ComposerPlugin.Play;

/// <summary>The styles that --style names: presets of the bundle, user styles, and folders that the trainer has written.</summary>
/// <param name="bundle">The plugin's bundle.</param>
internal sealed class StyleShelf(string bundle)
{
    // The style from which training begins; it plays no music in particular.
    private const string Base = "base";

    private const string OwnPrefix = "own/";

    /// <summary>The presets, by id.</summary>
    public IReadOnlyList<PlayStyle> Presets { get; } =
        Read(Path.Combine(bundle, "Contents", "Resources", "presets")).Where(style => style.Id != Base).ToList();

    /// <summary>The user styles, by id.</summary>
    public IReadOnlyList<PlayStyle> Own { get; } = Read(Path.Combine(UserData.Folder, "styles"));

    /// <summary>Finds a style by its id, its name, or the path of its folder.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="from">The folder to which paths are relative.</param>
    /// <exception cref="FormatException">There is none; the message lists those that there are.</exception>
    public PlayStyle Find(string text, string from)
    {
        bool isPath = text.Contains('/') && !text.StartsWith(OwnPrefix, StringComparison.Ordinal);
        PlayStyle? installed = isPath ? null : Installed(text);
        if (installed is not null)
            return installed;
        string folder = Path.GetFullPath(Path.Combine(from, text));
        if (TryRead(folder) is { } style)
            return style with { Id = Presets.Any(preset => preset.Id == style.Id) || style.Id == Base ? OwnPrefix + style.Id : style.Id };
        throw new FormatException(Directory.Exists(folder)
            ? $"--style {text}: {folder} has no style.json; give the folder that ./trainer.sh train has written."
            : $"--style {text}: there is no such style. There are: {string.Join(", ", Presets.Concat(Own).Select(one => one.Id))}; "
                + "or give the path of a style's folder.");
    }

    /// <summary>The style with a name that the plugin shows; null if there is none.</summary>
    public PlayStyle? Named(string name) => Presets.Concat(Own).FirstOrDefault(style => style.Name == name);

    /// <summary>Whether the plugin finds a style by itself.</summary>
    public bool IsInstalled(PlayStyle style) => Presets.Concat(Own).Contains(style);

    private PlayStyle? Installed(string text)
    {
        var own = Own.Select(style => Presets.Any(preset => preset.Id == style.Id) ? style with { Id = OwnPrefix + style.Id } : style);
        var all = Presets.Concat(own).ToList();
        return all.Find(style => style.Id == text)
            ?? all.Find(style => style.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    private static List<PlayStyle> Read(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(TryRead).OfType<PlayStyle>()];

    // What is wrong inside a style is said by the plugin that loads it.
    private static PlayStyle? TryRead(string folder)
    {
        string file = Path.Combine(folder, "style.json"), id = Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));
        if (!File.Exists(file))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            string? name = document.RootElement.TryGetProperty("name", out var named) ? named.GetString() : null;
            int polyphony = document.RootElement.TryGetProperty("polyphony", out var voices) ? voices.GetInt32() : 1;
            return new(id, name ?? id, polyphony, folder);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException
            or UnauthorizedAccessException or FormatException)
        {
            return new(id, id, 1, folder);
        }
    }
}
