using System.Reflection;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[any] Loads Skia's native library from the plugin's own folder: the host may have another one, or none.</summary>
public static class SkiaLibrary
{
    private static readonly Lock Gate = new();
    private static string? _folder;

    /// <summary>Sets the folder; call it before anything of SkiaSharp is used. The first folder counts.</summary>
    public static void LoadFrom(string folder)
    {
        lock (Gate)
        {
            if (_folder is not null)
                return;
            _folder = folder;
            NativeLibrary.SetDllImportResolver(typeof(SKCanvas).Assembly, Resolve);
        }
    }

    // Absolute: the system's search would look into the host's folder first.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string ending = OperatingSystem.IsWindows() ? "dll" : OperatingSystem.IsMacOS() ? "dylib" : "so";
        return name.Contains("SkiaSharp", StringComparison.Ordinal)
            && NativeLibrary.TryLoad(Path.Combine(_folder!, $"libSkiaSharp.{ending}"), out nint library) ? library : 0;
    }
}
