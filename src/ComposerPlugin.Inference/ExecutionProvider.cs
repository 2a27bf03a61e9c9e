namespace ComposerPlugin.Inference;

/// <summary>What a style's graphs run on.</summary>
public enum ExecutionProvider
{
    /// <summary>Whatever takes less time for a note here.</summary>
    Automatic,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU where there is one, else the processor.</summary>
    Cuda,
}
