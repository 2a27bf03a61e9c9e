using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// Opens a style on the requested execution provider: CUDA falls back to the CPU if it is not available; Automatic uses the faster one,
/// measured.
/// </summary>
/// <param name="openCpu">Opens the style on the CPU.</param>
/// <param name="openCuda">Opens the style on the GPU.</param>
/// <param name="time">Measures milliseconds per note.</param>
internal sealed class ProviderSelector<T>(Func<T> openCpu, Func<T> openCuda, Func<T, double> time)
    where T : IDisposable
{
    /// <summary>[loader] Opens the style.</summary>
    /// <param name="requested">The requested provider.</param>
    /// <param name="cudaError">The reason why CUDA is not available; null if it is.</param>
    /// <exception cref="StyleException">The style cannot be used.</exception>
    public (T Opened, ProviderStatus Provider) Open(ExecutionProvider requested, string? cudaError)
    {
        if (requested == ExecutionProvider.Cpu)
            return (openCpu(), ProviderStatus.Cpu);
        if (cudaError is not null)
            return (openCpu(), new(requested, ExecutionProvider.Cpu, cudaError));
        var cpu = openCpu();
        try
        {
            // The style is valid, because it runs on the CPU: errors from here on are the GPU's.
            var cuda = openCuda();
            double onCpu = 0, onCuda = 0;
            bool faster = requested == ExecutionProvider.Cuda;
            if (!faster)
            {
                (onCpu, onCuda) = (time(cpu), time(cuda));
                faster = onCuda < onCpu;
            }
            (faster ? cpu : cuda).Dispose();
            var running = new ProviderStatus(requested, faster ? ExecutionProvider.Cuda : ExecutionProvider.Cpu);
            if (requested == ExecutionProvider.Automatic)
                running = running with { CpuMilliseconds = onCpu, CudaMilliseconds = onCuda };
            return (faster ? cuda : cpu, running);
        }
        catch (StyleException exception)
        {
            return (cpu, new(requested, ExecutionProvider.Cpu, $"the GPU does not run it ({exception.Message.TrimEnd('.')})"));
        }
    }
}
