using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Finds ONNX Runtime's CUDA provider beside ONNX Runtime, and the GPUs that it can use. The runtime that is bundled is the one for processors; it
/// takes the provider as a library of its own.
/// </summary>
internal static class CudaLibrary
{
    private const string Name = "CUDA";

    private static readonly Lock _gate = new();
    private static IReadOnlyList<OrtEpDevice>? _devices;
    private static string? _trouble;

    /// <summary>The provider's file name on this system.</summary>
    public static string FileName { get; } = OperatingSystem.IsWindows() ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";

    private static string DriverName { get; } = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>[loader] Why there is no CUDA here, in a few words; null where there is. Looks once.</summary>
    public static string? Trouble
    {
        get
        {
            lock (_gate)
            {
                if (_devices is null)
                    (_devices, _trouble) = Find(OnnxRuntimeLibrary.Folder);
                return _trouble;
            }
        }
    }

    /// <summary>[loader] Has sessions run on the first GPU.</summary>
    public static void AppendTo(SessionOptions options) =>
        options.AppendExecutionProvider(OrtEnv.Instance(), [_devices![0]], new Dictionary<string, string>());

    /// <summary>Looks for the provider in a folder.</summary>
    internal static (IReadOnlyList<OrtEpDevice> Devices, string? Trouble) Find(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return ([], "the CUDA provider is not installed");
        // The driver first: the provider is a large library to load for nothing.
        if (!NativeLibrary.TryLoad(DriverName, out nint driver))
            return ([], "no driver");
        NativeLibrary.Free(driver);
        OnnxRuntimeLibrary.Load();
        try
        {
            OrtEnv.Instance().RegisterExecutionProviderLibrary(Name, path);
        }
        catch (OnnxRuntimeException)
        {
            return ([], "CUDA 13 or cuDNN 9 is missing");
        }
        OrtEpDevice[] devices = [.. OrtEnv.Instance().GetEpDevices().Where(device => device.EpName.Contains(Name, StringComparison.OrdinalIgnoreCase))];
        return (devices, devices.Length > 0 ? null : "no GPU");
    }
}
