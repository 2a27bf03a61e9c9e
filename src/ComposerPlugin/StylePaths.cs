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

    /// <summary>The folder of a style: the user's own, else the preset. An id that could lead elsewhere leads to a folder that is not there.</summary>
    public static string Folder(string id)
    {
        string name = id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : "unknown";
        string own = Path.Combine(Own, name);
        return Directory.Exists(own) ? own : Path.Combine(Presets, name);
    }
}
