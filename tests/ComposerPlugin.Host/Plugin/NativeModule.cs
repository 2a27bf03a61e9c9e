using System.Runtime.InteropServices;

namespace ComposerPlugin.Host;

/// <summary>A loaded plugin library and its exported functions.</summary>
internal sealed unsafe class NativeModule : IDisposable
{
    private readonly nint _library;

    /// <summary>Maps the library of a bundle, or a plain library, into the process.</summary>
    public NativeModule(string path)
    {
        FilePath = Find(path);
        _library = NativeLibrary.Load(FilePath);
    }

    public string FilePath { get; }

    public void Enter()
    {
        bool entered;
        if (OperatingSystem.IsWindows())
            entered = !NativeLibrary.TryGetExport(_library, "InitDll", out nint init) || ((delegate* unmanaged<byte>)init)() != 0;
        else
            entered = ((delegate* unmanaged<nint, byte>)Export(OperatingSystem.IsMacOS() ? "bundleEntry" : "ModuleEntry"))(_library) != 0;
        if (!entered)
            throw new InvalidOperationException($"{FilePath} refused to be entered; its module entry function returned false.");
    }

    public nint GetFactory()
    {
        nint factory = ((delegate* unmanaged<nint>)Export("GetPluginFactory"))();
        return factory != 0 ? factory : throw new InvalidOperationException($"{FilePath} gave no plugin factory.");
    }

    public nint Export(string name) => NativeLibrary.TryGetExport(_library, name, out nint address)
        ? address
        : throw new InvalidOperationException($"{FilePath} does not export {name}.");

    public void Dispose()
    {
        string name = OperatingSystem.IsWindows() ? "ExitDll" : OperatingSystem.IsMacOS() ? "bundleExit" : "ModuleExit";
        if (NativeLibrary.TryGetExport(_library, name, out nint exit))
            ((delegate* unmanaged<byte>)exit)();
        NativeLibrary.Free(_library);
    }

    private static string Find(string path)
    {
        if (File.Exists(path))
            return Path.GetFullPath(path);
        string machine = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x86_64",
            Architecture.Arm64 when OperatingSystem.IsWindows() => "arm64",
            Architecture.Arm64 => "aarch64",
            var other => throw new PlatformNotSupportedException($"There is no VST3 bundle folder for {other}."),
        };
        string name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
        string inside = OperatingSystem.IsWindows() ? Path.Combine($"{machine}-win", name + ".vst3")
            : OperatingSystem.IsMacOS() ? Path.Combine("MacOS", name)
            : Path.Combine($"{machine}-linux", name + ".so");
        string library = Path.GetFullPath(Path.Combine(path, "Contents", inside));
        return File.Exists(library)
            ? library
            : throw new FileNotFoundException(
                $"The bundle {path} holds no library for this system; {library} is missing. Publish the plugin first.");
    }
}
