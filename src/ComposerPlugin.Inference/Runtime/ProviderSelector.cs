using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>Chooses what a style runs on: CUDA where it is asked for and there; where either will do, the one that is measured to be faster.</summary>
/// <param name="openCpu">Opens the style on the processor.</param>
/// <param name="openCuda">Opens it on the GPU.</param>
/// <param name="time">Milliseconds for a note.</param>
internal sealed class ProviderSelector<T>(Func<T> openCpu, Func<T> openCuda, Func<T, double> time)
    where T : IDisposable
{
    /// <summary>[loader] Opens the style.</summary>
    /// <param name="asked">What was asked for.</param>
    /// <param name="cudaTrouble">Why there is no CUDA here; null where there is.</param>
    /// <exception cref="StyleException">It cannot be used.</exception>
    public (T Opened, ProviderStatus Provider) Open(ExecutionProvider asked, string? cudaTrouble)
    {
        if (asked == ExecutionProvider.Cpu)
            return (openCpu(), ProviderStatus.Cpu);
        if (cudaTrouble is not null)
            return (openCpu(), new(asked, ExecutionProvider.Cpu, cudaTrouble));
        var cpu = openCpu();
        try
        {
            // What is wrong with the style has shown by now: what goes wrong here is the GPU's.
            var cuda = openCuda();
            double onCpu = 0, onCuda = 0;
            bool faster = asked == ExecutionProvider.Cuda;
            if (!faster)
            {
                (onCpu, onCuda) = (time(cpu), time(cuda));
                faster = onCuda < onCpu;
            }
            (faster ? cpu : cuda).Dispose();
            var running = new ProviderStatus(asked, faster ? ExecutionProvider.Cuda : ExecutionProvider.Cpu);
            if (asked == ExecutionProvider.Automatic)
                running = running with { CpuMilliseconds = onCpu, CudaMilliseconds = onCuda };
            return (faster ? cuda : cpu, running);
        }
        catch (StyleException exception)
        {
            return (cpu, new(asked, ExecutionProvider.Cpu, $"the GPU does not run it ({exception.Message.TrimEnd('.')})"));
        }
    }
}
