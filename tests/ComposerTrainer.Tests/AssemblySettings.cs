using System.Runtime.CompilerServices;
using ComposerPlugin.Inference;

// libtorch has one random generator for the whole process, and runs seed it.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

/// <summary>What the program does first, for tests that call its parts.</summary>
internal static class AssemblySettings
{
    [ModuleInitializer]
    public static void Begin()
    {
        OnnxRuntimeTelemetry.SwitchOff();
        // Two threads add in another order than one, and which test sets one first would depend on their order.
        TorchSharp.torch.set_num_threads(1);
    }
}
