using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] A pause of one millisecond for an idle worker. On Windows, Thread.Sleep would make 15 ms of it, a quarter of the look-ahead,
/// unless the timer of the whole system were raised; a high-resolution timer is used there, available since Windows 10 1803. An event set
/// by the audio thread would be faster, but setting it is a system call.
/// </summary>
internal sealed class IdlePause : IDisposable
{
    private const int Milliseconds = 1;
    private const long DueTime = -10_000L * Milliseconds;    // in units of 100 ns, from now
    private const uint HighResolution = 2, AllAccess = 0x1F0003;

    private readonly EventWaitHandle? _timer;

    /// <summary>Creates the timer, where there is one.</summary>
    public IdlePause()
    {
        nint handle = OperatingSystem.IsWindows() ? CreateWaitableTimerEx(0, 0, HighResolution, AllAccess) : 0;
        if (handle != 0)
            _timer = new(false, EventResetMode.AutoReset) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: true) };
    }

    /// <summary>[worker] Waits for a millisecond.</summary>
    public void Wait()
    {
        if (_timer is not null && SetWaitableTimer(_timer.SafeWaitHandle.DangerousGetHandle(), DueTime, 0, 0, 0, 0) != 0)
            _timer.WaitOne();
        else
            Thread.Sleep(Milliseconds);
    }

    /// <summary>Disposes of the timer.</summary>
    public void Dispose() => _timer?.Dispose();

    [DllImport("kernel32", EntryPoint = "CreateWaitableTimerExW", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CreateWaitableTimerEx(nint attributes, nint name, uint flags, uint access);

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetWaitableTimer(nint timer, in long dueTime, int period, nint completion, nint argument, int resume);
}
