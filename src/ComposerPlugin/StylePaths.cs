using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[any] Where styles lie.</summary>
public static class StylePaths
{
    /// <summary>The style of a new instance.</summary>
    public const string DefaultStyle = "irish-scots-session";

    /// <summary>The presets inside the plugin's bundle: Contents/Resources/presets, beside the folder of the library.</summary>
    public static string Presets => Path.GetFullPath(Path.Combine(ModulePath.Folder, "..", "Resources", "presets"));

    /// <summary>
    /// The user's own styles: ~/.local/share/ComposerPlugin/styles on Linux, %APPDATA%\ComposerPlugin\styles on Windows,
    /// ~/Library/Application Support/ComposerPlugin/styles on macOS.
    /// </summary>
    public static string Own => Path.Combine(
        Environment.GetFolderPath(OperatingSystem.IsWindows() ? Environment.SpecialFolder.ApplicationData : Environment.SpecialFolder.LocalApplicationData),
        "ComposerPlugin", "styles");

    /// <summary>The presets in the order of their release, which is that of their slots: a new one goes to the end, and none is ever taken out.</summary>
    public static IReadOnlyList<string> PresetOrder { get; } =
    [
        DefaultStyle, "bach-soprano", "bach-four-parts", "romantic-song", "hymn", "early-jazz", "japanese-1895", "pentatonic", "irish-passages", "irish-bars",
        "romantic-song-transformer", "hymn-light", "base",
    ];

    /// <summary>The styles that there are.</summary>
    public static StyleCatalog Catalog { get; } = new(Presets, PresetOrder, Own);

    /// <summary>The folder of a style; that of one which is not there is where it would lie if the user put it there.</summary>
    public static string Folder(string id)
    {
        if (Catalog.Present.Find(id) is { } entry)
            return entry.Folder;
        // An id that could lead elsewhere leads to a folder that is not there.
        string name = id.Length > 0 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : "unknown";
        string preset = Path.Combine(Presets, name);
        return Directory.Exists(preset) ? preset : Path.Combine(Own, name);
    }

    /// <summary>The slot of a style; <see cref="StyleCatalog.AsSaved"/> of one that has none.</summary>
    public static int Slot(string id) => Catalog.Present.Find(id) is { } entry && entry.Slot < StyleCatalog.AsSaved ? entry.Slot : StyleCatalog.AsSaved;

    /// <summary>What the value of the control <see cref="Parameters.Style"/> is called.</summary>
    public static string Name(int slot) =>
        slot == StyleCatalog.AsSaved ? "As saved in the project" : Catalog.Present[slot]?.Name ?? $"(none in place {slot + 1})";
}
