namespace ComposerPlugin.Vst3;

/// <summary>One class that a module offers to hosts.</summary>
/// <param name="Id">Its identity in projects. Must never change.</param>
/// <param name="Name">Shown to the user, at most 63 characters.</param>
/// <param name="Subcategories">Where hosts list it, such as "Instrument|Generator".</param>
/// <param name="Create">[main] Makes an instance.</param>
public sealed record PluginClass(Uid Id, string Name, string Subcategories, Func<IPluginInstance> Create)
{
    /// <summary>Category of processing classes.</summary>
    public const string AudioModuleCategory = "Audio Module Class";

    /// <summary>Version of the interface that this layer speaks.</summary>
    public const string SdkVersion = "VST 3.7.2";

    /// <summary>Category.</summary>
    public string Category { get; init; } = AudioModuleCategory;

    /// <summary>Vendor; empty means the factory's.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>Version of the plugin, such as "1.2.3".</summary>
    public string Version { get; init; } = "";
}
