using System.Globalization;

namespace ComposerPlugin.Inference;

/// <summary>What a style was asked to run on, and what it runs on.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Running">What it is: <see cref="ExecutionProvider.Cpu"/> or <see cref="ExecutionProvider.Cuda"/>.</param>
/// <param name="Reason">Why it does not run on CUDA; null when it does, or when that was not asked for.</param>
public sealed record ProviderStatus(ExecutionProvider Asked, ExecutionProvider Running, string? Reason = null)
{
    /// <summary>The processor, as asked for.</summary>
    public static ProviderStatus Cpu { get; } = new(ExecutionProvider.Cpu, ExecutionProvider.Cpu);

    /// <summary>Where both were timed: milliseconds a note on the processor.</summary>
    public double? CpuMilliseconds { get; init; }

    /// <summary>Where both were timed: milliseconds a note on the GPU.</summary>
    public double? CudaMilliseconds { get; init; }

    /// <summary>What the user is told; empty where it is as expected.</summary>
    public override string ToString() => (Asked, Running) switch
    {
        (ExecutionProvider.Cuda, ExecutionProvider.Cpu) => $"asked CUDA, running CPU: {Reason}",
        (ExecutionProvider.Cuda, _) => "running CUDA",
        (ExecutionProvider.Automatic, _) when CudaMilliseconds is not null => string.Create(CultureInfo.InvariantCulture,
            $"running {(Running == ExecutionProvider.Cpu ? "CPU" : "CUDA")}: {CpuMilliseconds:0.00} ms a note on CPU, {CudaMilliseconds:0.00} ms on CUDA"),
        _ => "",
    };
}
