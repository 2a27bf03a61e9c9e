using System.Runtime.InteropServices;

namespace ComposerPlugin.Inference;

/// <summary>
/// ONNX Runtime's telemetry. On Linux and macOS it is on by default: it writes a device id and a database into the user's cache folder and sends
/// them to Microsoft. The library reads <c>ORT_DISABLE_TELEMETRY</c> once, when its environment is created (onnxruntime pull request 27379); its
/// function <c>DisableTelemetryEvents</c> comes too late, because it needs that environment. Child processes of the host inherit the variable; no
/// other thread may read the environment while it is set, which glibc guards against from 2.41 on, so it is set once and never changed.
/// </summary>
public static class OnnxRuntimeTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    /// <summary>[any] Switches it off for this process; to be called before the first use of ONNX Runtime, and again at will.</summary>
    /// <exception cref="InvalidOperationException">The environment of the process has no room for the switch.</exception>
    public static void SwitchOff()
    {
        // The library for Windows has no such switch: it writes events for the system's own tracing (ETW) and sends nothing.
        if (OperatingSystem.IsWindows() || Marshal.PtrToStringUTF8(GetEnvironment(Switch)) == "1")
            return;
        // .NET keeps an environment of its own, which the library does not read.
        if (SetEnvironment(Switch, "1", overwrite: 1) != 0)
            throw new InvalidOperationException($"{Switch} cannot be set, so ONNX Runtime would send telemetry");
    }

    [DllImport("libc", EntryPoint = "getenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint GetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
