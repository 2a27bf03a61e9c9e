using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[any] The folders of the styles.</summary>
public static class StylePaths
{
    /// <summary>The style of a new instance.</summary>
    public const string DefaultStyle = "irish-scots-session";

    private const int MaxName = 255;

    /// <summary>The folder of the presets in the plugin's bundle: Contents/Resources/presets.</summary>
    public static string Presets => Path.GetFullPath(Path.Combine(ModulePath.Folder, "..", "Resources", "presets"));

    /// <summary>
    /// The musician's folder, the only one that the plugin writes to: ~/.local/share/ComposerPlugin on Linux, %APPDATA%\ComposerPlugin on
    /// Windows, ~/Library/Application Support/ComposerPlugin on macOS. It may not exist yet. Null for an account without a home folder.
    /// </summary>
    public static string? UserFolder { get; } = InHome("ComposerPlugin");

    /// <summary>The folder of the user styles, in the musician's folder; null if there is none.</summary>
    public static string? UserStyles { get; } = UserFolder is null ? null : Path.Combine(UserFolder, "styles");

    /// <summary>The presets in the order of their slots. Append new presets; never remove or reorder any.</summary>
    public static IReadOnlyList<string> PresetOrder { get; } =
    [
        DefaultStyle, "bach-soprano", "bach-four-parts", "romantic-song", "hymn", "early-jazz", "japanese-1895", "pentatonic",
        "irish-passages", "irish-bars", "romantic-song-transformer", "hymn-light", "base",
    ];

    /// <summary>The installed styles.</summary>
    public static StyleCatalog Catalog { get; } = new(Presets, PresetOrder, UserStyles);

    /// <summary>
    /// The folder of a style; for a style that is not installed, the one in which it would be. Null if no folder can have the name.
    /// </summary>
    public static string? Folder(string id)
    {
        if (Catalog.Current.Find(id) is { } entry)
            return entry.Folder;
        bool isOwn = id.StartsWith(StyleCatalog.OwnPrefix, StringComparison.Ordinal);
        string name = isOwn ? id[StyleCatalog.OwnPrefix.Length..] : id;
        if (!IsFolderName(name))
            return null;
        string preset = Path.Combine(Presets, name);
        return UserStyles is null || (!isOwn && Directory.Exists(preset)) ? preset : Path.Combine(UserStyles, name);
    }

    // Not verified: .NET returns an empty path for a folder that does not exist yet, which is the host's working folder. A home folder that
    // is not a full path would be one in the host's working folder too.
    private static string? InHome(string name)
    {
        var data = OperatingSystem.IsWindows() ? Environment.SpecialFolder.ApplicationData : Environment.SpecialFolder.LocalApplicationData;
        string folder = Environment.GetFolderPath(data, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(folder) ? Path.Combine(folder, name) : null;
    }

    // The name comes from a project file: it may have any letters, but must not lead out of the folder.
    private static bool IsFolderName(string name) => name.Length is > 0 and <= MaxName && name is not ("." or "..")
        && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !name.Any(char.IsControl)
        && (!OperatingSystem.IsWindows() || name[^1] is not ('.' or ' '));

    /// <summary>The slot of a style; <see cref="StyleCatalog.AsSaved"/> if it has none.</summary>
    public static int Slot(string id) =>
        Catalog.Current.Find(id) is { } entry && entry.Slot < StyleCatalog.AsSaved ? entry.Slot : StyleCatalog.AsSaved;

    /// <summary>The text of a value of the parameter <see cref="Parameters.Style"/>.</summary>
    public static string Name(int slot) =>
        slot == StyleCatalog.AsSaved ? "As saved in the project" : Catalog.Current[slot]?.Name ?? $"(empty slot {slot + 1})";
}
