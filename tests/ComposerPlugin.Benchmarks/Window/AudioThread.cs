using ComposerPlugin.Host;

namespace ComposerPlugin.Benchmarks;

/// <summary>What the library counts about its audio threads.</summary>
internal static class AudioThread
{
    /// <summary>Bytes allocated so far on all of them.</summary>
    // Safe: the library stays loaded; the function takes nothing and returns a number.
    public static unsafe long Bytes(PluginLibrary library) =>
        ((delegate* unmanaged<long>)library.Export("ComposerPluginAudioThreadBytes"))();
}
