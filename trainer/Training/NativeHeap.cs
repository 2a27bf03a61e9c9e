using System.Runtime.InteropServices;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// The heap of the C library, from which libtorch takes its buffers. By default glibc maps each large buffer anew and gives it back at once, so
/// that every training step faults the same pages in again.
/// </summary>
internal static class NativeHeap
{
    // From glibc's <malloc.h>; mallopt(3) explains them.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapMax = -4;

    private const int TopPadBytes = 64 << 20;

    /// <summary>Has glibc keep freed buffers in the process. Elsewhere nothing is done: other heaps have no such settings.</summary>
    public static void Tune()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out _))
            return;
        _ = Set(MmapMax, 0);
        _ = Set(TrimThreshold, -1);
        _ = Set(TopPad, TopPadBytes);
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int parameter, int value);
}
