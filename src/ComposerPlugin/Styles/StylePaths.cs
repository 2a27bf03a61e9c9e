using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[any] The folders of the styles.</summary>
public static class StylePaths
{
    /// <summary>The style of a new instance.</summary>
    public const string DefaultStyle = "irish-scots-session";

    /// <summary>The folder of the presets in the plugin's bundle: Contents/Resources/presets.</summary>
    public static string Presets => Path.GetFullPath(Path.Combine(ModulePath.Folder, "..", "Resources", "presets"));

    /// <summary>
    /// The musician's folder, the only one that the plugin writes to: ~/.local/share/ComposerPlugin on Linux, %APPDATA%\ComposerPlugin on
    /// Windows, ~/Library/Application Support/ComposerPlugin on macOS.
    /// </summary>
    public static string UserFolder => Path.Combine(
        Environment.GetFolderPath(
            OperatingSystem.IsWindows() ? Environment.SpecialFolder.ApplicationData : Environment.SpecialFolder.LocalApplicationData),
        "ComposerPlugin");

    /// <summary>The folder of the user styles, in the musician's folder.</summary>
    public static string UserStyles => Path.Combine(UserFolder, "styles");

    /// <summary>The presets in the order of their slots. Append new presets; never remove or reorder any.</summary>
    public static IReadOnlyList<string> PresetOrder { get; } =
    [
        DefaultStyle, "bach-soprano", "bach-four-parts", "romantic-song", "hymn", "early-jazz", "japanese-1895", "pentatonic",
        "irish-passages", "irish-bars", "romantic-song-transformer", "hymn-light", "base",
    ];

    /// <summary>The installed styles.</summary>
    public static StyleCatalog Catalog { get; } = new(Presets, PresetOrder, UserStyles);

    /// <summary>The folder of a style; for a style that is not installed, its folder among the user styles.</summary>
    public static string Folder(string id)
    {
        if (Catalog.Current.Find(id) is { } entry)
            return entry.Folder;
        // The id comes from a project file: it must not lead out of the folder.
        string name = id.Length > 0 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : "unknown";
        string preset = Path.Combine(Presets, name);
        return Directory.Exists(preset) ? preset : Path.Combine(UserStyles, name);
    }

    /// <summary>The slot of a style; <see cref="StyleCatalog.AsSaved"/> if it has none.</summary>
    public static int Slot(string id) =>
        Catalog.Current.Find(id) is { } entry && entry.Slot < StyleCatalog.AsSaved ? entry.Slot : StyleCatalog.AsSaved;

    /// <summary>The text of a value of the parameter <see cref="Parameters.Style"/>.</summary>
    public static string Name(int slot) =>
        slot == StyleCatalog.AsSaved ? "As saved in the project" : Catalog.Current[slot]?.Name ?? $"(empty {slot + 1}: the style stays)";
}
