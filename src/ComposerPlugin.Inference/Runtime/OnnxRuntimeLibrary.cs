using System.Runtime.InteropServices;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Binds ONNX Runtime's native library by its absolute path: the usual search begins in the host's folder, where another
/// version may lie. Without the library no style can be loaded; all else works.
/// </summary>
public static class OnnxRuntimeLibrary
{
    // As NuGet names it; the runtime's own name for the system can be that of a distribution.
    private static readonly string _system =
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static readonly Lock _gate = new();
    private static nint _handle;
    private static bool _isBound;

    /// <summary>[any] The folder of the library, to be set before the first style is loaded; at first the program's own.</summary>
    public static string Folder { get; set; } = AppContext.BaseDirectory;

    /// <summary>The library's file name on this system.</summary>
    public static string FileName { get; } =
        OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    /// <summary>[any] Loads the library once; later calls do nothing.</summary>
    /// <exception cref="StyleException">It is missing or not for this machine.</exception>
    public static void Load()
    {
        lock (_gate)
        {
            if (_isBound)
                return;
            OnnxRuntimeTelemetry.SwitchOff();
            _handle = Open(FindFile(Folder));
            Bind();
            // Errors come as exceptions; the console is the host's.
            OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
            // On Windows this call is the only switch.
            OrtEnv.Instance().DisableTelemetryEvents();
            OrtArena.Register();
            _isBound = true;
        }
    }

    internal static string FindFile(string folder)
    {
        // The NuGet package puts it below "runtimes" when a program is built for no one system.
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
            string trouble = $"ONNX Runtime ({path}) cannot be loaded on this machine, so no style can play";
            throw new StyleException(trouble, "install the plugin made for it", exception);
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
            // The program used ONNX Runtime before, with a resolver of its own: what it has bound is used.
        }
    }
}
