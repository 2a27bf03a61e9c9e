using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>
/// [main] Calls an action when a host's process ends whose main thread has entered the module, also if the host leaves instances open, as
/// some do that look for plugins. On Linux the destructors of libraries run while other threads of the process still use them. Those of the
/// main thread come first, whatever the order in which libraries were loaded.
/// </summary>
internal static unsafe partial class ProcessExit
{
    private static Action? _ended;

    /// <summary>[main] Registers the action, once. Does nothing on another thread than the first of the process.</summary>
    public static void Register(Action ended)
    {
        // Without a native library, as in tests under the JIT, the process is not the host's.
        if (_ended is not null || !OperatingSystem.IsLinux() || ModulePath.Library is null || GetThread() != Environment.ProcessId)
            return;
        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "__cxa_thread_atexit_impl", out nint address))
        {
            _ended = ended;
            delegate* unmanaged<nint, void> end = &End;
            // Safe: the function is compiled into this library, which the last argument names, and which is never unloaded.
            _ = ((delegate* unmanaged<delegate* unmanaged<nint, void>, nint, nint, int>)address)(end, 0, (nint)end);
        }
    }

    [UnmanagedCallersOnly]
    private static void End(nint unused)
    {
        try
        {
            _ended?.Invoke();
        }
        catch (Exception e)
        {
            EntryErrors.Report(e);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "gettid")]
    private static partial int GetThread();
}
