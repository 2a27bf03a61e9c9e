using System.Runtime.InteropServices;

namespace ComposerPlugin.Inference;

/// <summary>
/// Disables ONNX Runtime's telemetry. On Linux and macOS it is on by default: it writes a device id and a database to the user's cache
/// folder and sends them to Microsoft. The library reads <c>ORT_DISABLE_TELEMETRY</c> once, when its environment is created (onnxruntime
/// pull request 27379); its function <c>DisableTelemetryEvents</c> comes too late, because it needs that environment. Child processes of
/// the host inherit the variable. setenv races with getenv on other threads before glibc 2.41, so the variable is set once and never
/// changed.
/// </summary>
public static class OnnxRuntimeTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    /// <summary>[any] Disables telemetry for this process. Call it before the first use of ONNX Runtime; later calls do nothing.</summary>
    /// <exception cref="InvalidOperationException">The environment variable cannot be set.</exception>
    public static void SwitchOff()
    {
        // The Windows library does not read the variable: it writes ETW events and sends nothing itself.
        if (OperatingSystem.IsWindows() || Marshal.PtrToStringUTF8(GetEnvironment(Switch)) == "1")
            return;
        // Environment.SetEnvironmentVariable changes only .NET's copy, which the library does not read.
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
