using System.Runtime.InteropServices;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// The heap of the C library, from which libtorch allocates its buffers. By default glibc maps each large buffer afresh and unmaps it when
/// freed, so that every training step has the same page faults.
/// </summary>
internal static class NativeHeap
{
    // From glibc's <malloc.h>; see mallopt(3).
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapMax = -4;

    private const int TopPadBytes = 64 << 20;

    /// <summary>Makes glibc keep freed buffers in the process. Does nothing on other systems, which have no such settings.</summary>
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
