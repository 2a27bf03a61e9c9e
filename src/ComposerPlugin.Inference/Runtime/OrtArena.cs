using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// The memory that graphs may take: one arena for all sessions of the process, of bounded size. A graph that asks for more than there is left
/// does not run; it cannot take the host's memory away, whatever sizes it asks for.
/// </summary>
internal static class OrtArena
{
    /// <summary>The most that all graphs together take, in bytes.</summary>
    public const uint MostBytes = 1u << 30;

    // What the optimiser may work out beforehand.
    private const int MostFoldedBytes = 16 << 20;

    // Each step of a transformer asks for a little more than the one before: grown by just that, the arena would be full of pieces that are too small.
    private const int GrowByDoubling = 0;

    /// <summary>[any] Makes the arena; once, before the first session.</summary>
    public static void Register()
    {
        using var arena = new OrtArenaCfg(MostBytes, GrowByDoubling, -1, -1);
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        OrtEnv.Instance().CreateAndRegisterAllocator(memory, arena);
    }

    /// <summary>[any] Has a session take its memory from the arena.</summary>
    public static void Limit(SessionOptions options)
    {
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        options.AddSessionConfigEntry("optimization.constant_folding_max_output_size_in_bytes", $"{MostFoldedBytes}");
    }
}
