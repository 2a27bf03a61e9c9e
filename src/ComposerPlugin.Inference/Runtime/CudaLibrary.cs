using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Finds ONNX Runtime's CUDA provider next to ONNX Runtime, and the GPUs that it can use. The bundled runtime is the CPU build, which
/// loads the provider as a plugin library.
/// </summary>
internal static class CudaLibrary
{
    private const string Name = "CUDA";

    private static readonly Lock _gate = new();
    private static IReadOnlyList<OrtEpDevice>? _devices;
    private static string? _error;

    /// <summary>The provider's file name on this system.</summary>
    public static string FileName { get; } =
        OperatingSystem.IsWindows() ? "onnxruntime_providers_cuda.dll" : "libonnxruntime_providers_cuda.so";

    private static string DriverName { get; } = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>[loader] The reason why CUDA is not available, in a few words; null if it is. Searches once per process.</summary>
    public static string? Error
    {
        get
        {
            lock (_gate)
            {
                if (_devices is null)
                    (_devices, _error) = Find(OnnxRuntimeLibrary.Folder);
                return _error;
            }
        }
    }

    /// <summary>[loader] Makes sessions run on the first GPU. <see cref="Error"/> must be null.</summary>
    public static void AppendTo(SessionOptions options) =>
        options.AppendExecutionProvider(OrtEnv.Instance(), [_devices![0]], new Dictionary<string, string>());

    /// <summary>[loader] Searches a folder for the provider.</summary>
    internal static (IReadOnlyList<OrtEpDevice> Devices, string? Error) Find(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return ([], "the CUDA provider is not installed");
        // Check the driver first: the provider is a large library.
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
        OrtEpDevice[] devices =
            [.. OrtEnv.Instance().GetEpDevices().Where(device => device.EpName.Contains(Name, StringComparison.OrdinalIgnoreCase))];
        return (devices, devices.Length > 0 ? null : "no GPU");
    }
}
