using System.Runtime.InteropServices;
using ComposerPlugin.Engine;
using ComposerPlugin.Composing;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>The plugin's identity, its two classes and its entry points. The ids must never change.</summary>
public static class Plugin
{
    /// <summary>The version, shown by hosts; Directory.Build.props sets it.</summary>
    public static string Version { get; } = typeof(Plugin).Assembly.GetName().Version!.ToString(3);

    /// <summary>The vendor, by which hosts group plugins.</summary>
    public const string Vendor = "ComposerPlugin";

    /// <summary>An instrument with a preview tone on a stereo output, for hosts that require an audio output.</summary>
    public static PluginClass Composer { get; } = new(
        new(0x6E1B7C52, 0x94A84D0B, 0x8C0F3E57, 0xA1D2F641), "Composer", "Instrument|Generator", () => Instance.Create(hasAudio: true))
    {
        Version = Version,
    };

    /// <summary>A MIDI effect without audio.</summary>
    public static PluginClass ComposerMidi { get; } = new(
        new(0x6E1B7C52, 0x94A84D0B, 0x8C0F3E57, 0xA1D2F642), "Composer MIDI", "Fx|Generator", () => Instance.Create(hasAudio: false))
    {
        Version = Version,
    };

    /// <summary>The module. Hosts may enter and exit it many times.</summary>
    public static PluginModule Module { get; } = new(
        () => new(Vendor, "https://github.com/composerplugin", "", [Composer, ComposerMidi]), WorkerThread.StopAll);

    [UnmanagedCallersOnly(EntryPoint = "GetPluginFactory")]
    private static nint GetPluginFactory() => Module.GetFactory();

    [UnmanagedCallersOnly(EntryPoint = "ModuleEntry")]
    private static byte ModuleEntry(nint handle) => Module.Enter();

    [UnmanagedCallersOnly(EntryPoint = "ModuleExit")]
    private static byte ModuleExit() => Module.Exit();

    [UnmanagedCallersOnly(EntryPoint = "InitDll")]
    private static byte InitDll() => Module.Enter();

    [UnmanagedCallersOnly(EntryPoint = "ExitDll")]
    private static byte ExitDll() => Module.Exit();

    [UnmanagedCallersOnly(EntryPoint = "bundleEntry")]
    private static byte BundleEntry(nint bundle) => Module.Enter();

    [UnmanagedCallersOnly(EntryPoint = "bundleExit")]
    private static byte BundleExit() => Module.Exit();

    // For tests of the published library, whose heap is not visible to the test process's runtime.
    [UnmanagedCallersOnly(EntryPoint = "ComposerPluginAudioThreadBytes")]
    private static long AudioThreadBytes() => Counters.AllocatedBytes;
}
