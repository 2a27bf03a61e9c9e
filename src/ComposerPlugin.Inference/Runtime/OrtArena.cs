using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// One shared ONNX Runtime arena for all sessions of the process, limited to 1 GiB. A graph that exceeds it fails to run instead of
/// exhausting the host's memory.
/// </summary>
internal static class OrtArena
{
    /// <summary>The limit in bytes.</summary>
    public const uint MaxBytes = 1u << 30;

    // The largest constant that the optimizer may fold.
    private const int MaxFoldedBytes = 16 << 20;

    // kNextPowerOfTwo. Each step of a transformer needs a little more memory than the one before; extending by just that would fragment
    // the arena.
    private const int GrowByDoubling = 0;

    /// <summary>[any] Creates the arena. Call it once, before the first session.</summary>
    public static void Register()
    {
        using var arena = new OrtArenaCfg(MaxBytes, GrowByDoubling, -1, -1);
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        OrtEnv.Instance().CreateAndRegisterAllocator(memory, arena);
    }

    /// <summary>[any] Makes a session allocate from the arena.</summary>
    public static void Limit(SessionOptions options)
    {
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        options.AddSessionConfigEntry("optimization.constant_folding_max_output_size_in_bytes", $"{MaxFoldedBytes}");
    }
}
