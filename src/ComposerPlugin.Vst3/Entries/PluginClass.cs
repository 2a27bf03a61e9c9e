namespace ComposerPlugin.Vst3;

/// <summary>A plugin class of a module.</summary>
/// <param name="Id">The class id, stored in projects. Must never change.</param>
/// <param name="Name">The name shown to the user, at most 63 characters.</param>
/// <param name="Subcategories">The categories in the host's list, such as "Instrument|Generator".</param>
/// <param name="Create">[main] Creates an instance.</param>
public sealed record PluginClass(Uid Id, string Name, string Subcategories, Func<IPluginInstance> Create)
{
    /// <summary>The category of audio processors (kVstAudioEffectClass).</summary>
    public const string AudioModuleCategory = "Audio Module Class";

    /// <summary>The version of the VST3 SDK whose interfaces this layer implements.</summary>
    public const string SdkVersion = "VST 3.7.2";

    /// <summary>The category.</summary>
    public string Category { get; init; } = AudioModuleCategory;

    /// <summary>The vendor; if empty, the factory's.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>The version of the plugin, such as "1.2.3".</summary>
    public string Version { get; init; } = "";
}
