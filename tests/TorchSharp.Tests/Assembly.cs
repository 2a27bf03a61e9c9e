using System.Runtime.CompilerServices;

// The random generator, the thread count and the number of live tensors belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace TorchSharp.Tests;

internal static class Assembly
{
    [ModuleInitializer]
    internal static void OneThread() => set_num_threads(1);
}
