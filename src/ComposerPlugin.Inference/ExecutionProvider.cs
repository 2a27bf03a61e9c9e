namespace ComposerPlugin.Inference;

/// <summary>The device that a style's graphs run on, in the order of the Execution provider parameter.</summary>
public enum ExecutionProvider
{
    /// <summary>The faster one, measured when the style is loaded.</summary>
    Automatic,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>The first NVIDIA GPU; the CPU if there is none.</summary>
    Cuda,
}
