using System.Runtime.InteropServices;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Binds ONNX Runtime's native library by its absolute path, because the default search starts in the host's folder, which may contain
/// another version. Without the library no style can be loaded; everything else works.
/// </summary>
public static class OnnxRuntimeLibrary
{
    // The portable runtime identifier, as in NuGet packages; RuntimeInformation.RuntimeIdentifier may be that of a Linux distribution.
    private static readonly string _system =
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static readonly Lock _gate = new();
    private static nint _handle;
    private static bool _isBound;

    /// <summary>[any] The folder of the library. Set it before the first style is loaded. The default is the program's folder.</summary>
    public static string Folder { get; set; } = AppContext.BaseDirectory;

    /// <summary>The library's file name on this system.</summary>
    public static string FileName { get; } =
        OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    /// <summary>[any] Loads the library; later calls do nothing.</summary>
    /// <exception cref="StyleException">The library is missing or not for this machine.</exception>
    public static void Load()
    {
        lock (_gate)
        {
            if (_isBound)
                return;
            OnnxRuntimeTelemetry.SwitchOff();
            _handle = Open(FindFile(Folder));
            Bind();
            // Errors are thrown as exceptions; the console belongs to the host.
            OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
            // The only way on Windows.
            OrtEnv.Instance().DisableTelemetryEvents();
            OrtArena.Register();
            _isBound = true;
        }
    }

    internal static string FindFile(string folder)
    {
        // NuGet puts the library under "runtimes" if a program is built without a runtime identifier.
        string beside = Path.Combine(folder, FileName);
        string below = Path.Combine(folder, "runtimes", _system, "native", FileName);
        return File.Exists(beside) || !File.Exists(below) ? beside : below;
    }

    internal static nint Open(string path)
    {
        if (!File.Exists(path))
            throw new StyleException($"ONNX Runtime is missing ({path}), so no style can play", "install the plugin again");
        try
        {
            return NativeLibrary.Load(Path.GetFullPath(path));
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            string error = $"ONNX Runtime ({path}) cannot be loaded on this machine, so no style can play";
            // On Windows a library that it depends on may be missing.
            string hint = exception is DllNotFoundException && OperatingSystem.IsWindows()
                ? "install Microsoft's Visual C++ runtime for x64"
                : "install the plugin made for it";
            throw new StyleException(error, hint, exception);
        }
    }

    private static void Bind()
    {
        OrtEnv.DisableDllImportResolver = true;
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, static (name, _, _) => name == "onnxruntime" ? _handle : 0);
        }
        catch (InvalidOperationException)
        {
            // The program has set its own resolver; its library is used.
        }
    }
}
