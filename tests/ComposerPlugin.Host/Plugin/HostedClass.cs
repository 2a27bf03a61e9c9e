using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>A class that a library offers.</summary>
public sealed record HostedClass(
    Uid Id, string Name, string Category, string Subcategories, string Vendor, string Version, string SdkVersion);
