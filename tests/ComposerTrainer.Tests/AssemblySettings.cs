using System.Runtime.CompilerServices;
using ComposerPlugin.Inference;
using ComposerPlugin.Trainer.Training;

// libtorch has one random generator for the whole process, and runs seed it.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

/// <summary>Applies the program's start-up settings to the test process.</summary>
internal static class AssemblySettings
{
    [ModuleInitializer]
    public static void Begin()
    {
        OnnxRuntimeTelemetry.SwitchOff();
        OneDnn.SwitchOffIfWrong();
        // The thread count changes the rounding of sums. One thread for all tests, because their order is not fixed.
        TorchSharp.torch.set_num_threads(1);
    }
}
