using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[any] Where styles lie.</summary>
public static class StylePaths
{
    /// <summary>The style of a new instance.</summary>
    public const string DefaultStyle = "irish-scots-session";

    /// <summary>The presets inside the plugin's bundle: Contents/Resources/presets, beside the folder of the library.</summary>
    public static string Presets => Path.GetFullPath(Path.Combine(ModulePath.Folder, "..", "Resources", "presets"));

    /// <summary>The folder of a preset. An id that could lead out of <see cref="Presets"/> leads to a folder that is not there.</summary>
    public static string Preset(string id) =>
        Path.Combine(Presets, id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? id : "unknown");
}
