using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>[any] The path of this native library. The program's folder is the host's.</summary>
public static unsafe partial class ModulePath
{
    private const uint FromAddress = 4;
    private const uint UnchangedCount = 2;
    private const uint Pinned = 1;

    // dlopen flags RTLD_NOW, RTLD_NOLOAD and RTLD_NODELETE; the values of the last two differ by system.
    private static int NoDelete => OperatingSystem.IsMacOS() ? 0x2 | 0x10 | 0x80 : 0x2 | 0x4 | 0x1000;

    /// <summary>The full path of the library; null if the code is not in a native library, as in tests under the JIT.</summary>
    public static string? Library => OperatingSystem.IsWindows() ? FindOnWindows() : FindOnUnix();

    /// <summary>The folder of the library; without a native library, the program's folder.</summary>
    public static string Folder => Path.GetDirectoryName(Library) ?? AppContext.BaseDirectory;

    /// <summary>
    /// Keeps the library loaded until the process ends. The runtime's threads would outlive an unloaded library and crash the host.
    /// </summary>
    public static void Pin()
    {
        if (OperatingSystem.IsWindows())
            GetModuleHandleEx(FromAddress | Pinned, Anchor, out _);
        else if (Library is { } path)
            Open(path);
    }

    // Safe: only the address is used, and the function is compiled into the library.
    private static nint Anchor => (nint)(delegate* unmanaged<void>)&Here;

    [UnmanagedCallersOnly]
    private static void Here()
    {
    }

    private static string? FindOnWindows()
    {
        const int longestPath = 32767;
        if (!GetModuleHandleEx(FromAddress | UnchangedCount, Anchor, out nint module))
            return null;
        char[] path = new char[longestPath];
        // Safe: the array is fixed during the call and its length is passed.
        fixed (char* buffer = path)
        {
            uint length = GetModuleFileName(module, buffer, longestPath);
            return length == 0 ? null : new string(buffer, 0, (int)length);
        }
    }

    private static string? FindOnUnix()
    {
        // Looked up in the process, not imported: the library that contains dladdr differs by system and C library version.
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "dladdr", out nint address))
            return null;
        var find = (delegate* unmanaged<nint, SymbolPlace*, int>)address;
        SymbolPlace place;
        // Safe: dladdr fills the structure on the stack; the path belongs to the loader and is copied at once.
        if (find(Anchor, &place) == 0 || place.Path == null || Marshal.PtrToStringUTF8((nint)place.Path) is not { } path)
            return null;
        return File.Exists(path) ? Path.GetFullPath(path) : null;
    }

    private static void Open(string path)
    {
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "dlopen", out nint address))
            return;
        nint text = Marshal.StringToCoTaskMemUTF8(path);
        // Safe: the text lives until after the call.
        ((delegate* unmanaged<nint, int, nint>)address)(text, NoDelete);
        Marshal.FreeCoTaskMem(text);
    }

    [LibraryImport("kernel32", EntryPoint = "GetModuleHandleExW")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetModuleHandleEx(uint flags, nint address, out nint module);

    [LibraryImport("kernel32", EntryPoint = "GetModuleFileNameW")]
    private static partial uint GetModuleFileName(nint module, char* buffer, uint capacity);

    [StructLayout(LayoutKind.Sequential)]
    private struct SymbolPlace
    {
        public byte* Path;
        public nint Start;
        public nint Name;
        public nint Address;
    }
}
