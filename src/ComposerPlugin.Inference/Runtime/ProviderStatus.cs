using System.Globalization;

namespace ComposerPlugin.Inference;

/// <summary>The requested execution provider of a style and the one in use.</summary>
/// <param name="Requested">The requested provider.</param>
/// <param name="Running">The provider in use: <see cref="ExecutionProvider.Cpu"/> or <see cref="ExecutionProvider.Cuda"/>.</param>
/// <param name="Reason">The reason why CUDA is not in use; null if it is, or if the CPU was requested or is faster.</param>
public sealed record ProviderStatus(ExecutionProvider Requested, ExecutionProvider Running, string? Reason = null)
{
    /// <summary>The CPU, as requested.</summary>
    public static ProviderStatus Cpu { get; } = new(ExecutionProvider.Cpu, ExecutionProvider.Cpu);

    /// <summary>Milliseconds per note on the CPU; null if not measured.</summary>
    public double? CpuMilliseconds { get; init; }

    /// <summary>Milliseconds per note on the GPU; null if not measured.</summary>
    public double? CudaMilliseconds { get; init; }

    /// <summary>A notice for the user; empty if the provider is as expected.</summary>
    public override string ToString() => (Requested, Running) switch
    {
        (ExecutionProvider.Cuda, ExecutionProvider.Cpu) => $"asked CUDA, running CPU: {Reason}",
        (ExecutionProvider.Cuda, _) => "running CUDA",
        (ExecutionProvider.Automatic, _) when CudaMilliseconds is not null => string.Create(CultureInfo.InvariantCulture,
            $"running {(Running == ExecutionProvider.Cpu ? "CPU" : "CUDA")}: "
            + $"{CpuMilliseconds:0.00} ms a note on CPU, {CudaMilliseconds:0.00} ms on CUDA"),
        _ => "",
    };
}
