namespace ComposerPlugin.Inference;

/// <summary>
/// Disables ONNX Runtime's telemetry. On Linux and macOS it is on by default: it writes a device id and a database to the user's cache
/// folder, starts threads and sends events to Microsoft. Up to 1.30 it may start a shell too, without which 1.29 crashes (onnxruntime
/// issue 32173). The library reads <c>ORT_DISABLE_TELEMETRY</c> once, when its environment is created (onnxruntime pull request 27379);
/// its function <c>DisableTelemetryEvents</c> comes too late, because it needs that environment. Child processes of the host inherit the
/// variable.
/// </summary>
public static class OnnxRuntimeTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";

    /// <summary>
    /// [any] Disables telemetry for this process. Call it before the first use of ONNX Runtime, best on the host's main thread
    /// (<see cref="ProcessEnvironment"/>); later calls do nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">The environment variable cannot be set.</exception>
    public static void SwitchOff()
    {
        // The Windows library does not read the variable: it writes ETW events and sends nothing itself.
        if (!OperatingSystem.IsWindows() && ProcessEnvironment.Get(Switch) != "1")
            ProcessEnvironment.Set(Switch, "1");
    }
}
