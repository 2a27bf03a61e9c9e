using System.Runtime.InteropServices;

namespace ComposerPlugin.Inference;

/// <summary>
/// The environment of this process as native libraries read it, on Linux and macOS; .NET's own methods change only a copy. glibc before
/// 2.41 frees the array of variables when setenv adds one, even while getenv reads it on another thread: the host would crash. There
/// <see cref="Set"/> replaces the array by a larger copy instead and leaves the old one in memory, so getenv always finds a valid array.
/// A variable that another thread sets at the same moment may be lost, so call it on the host's main thread if possible.
/// </summary>
internal static class ProcessEnvironment
{
    // The first version whose getenv may run beside setenv; macOS has a lock for both.
    private static readonly Version _safeGlibc = new(2, 41);

    private static readonly Lock _gate = new();

    /// <summary>[any] The value of a variable; null if it is not set.</summary>
    public static string? Get(string name) => Marshal.PtrToStringUTF8(GetEnvironment(name));

    /// <summary>[any] Sets a variable, whether or not it exists. Each call leaves up to a few kilobytes in memory.</summary>
    /// <exception cref="InvalidOperationException">The variable cannot be set.</exception>
    public static void Set(string name, string value)
    {
        lock (_gate)
        {
            if (OperatingSystem.IsLinux() && !IsGlibcSafe())
                Replace(name, value);
            if (Get(name) != value && SetEnvironment(name, value, overwrite: 1) != 0)
                throw new InvalidOperationException($"The environment variable {name} cannot be set");
        }
    }

    private static bool IsGlibcSafe() =>
        Version.TryParse(Marshal.PtrToStringUTF8(GetGlibcVersion()), out var version) && version >= _safeGlibc;

    private static void Replace(string name, string value)
    {
        // A program may hold libc's variable itself (a copy relocation), so the search begins in the program.
        nint variable = NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "environ");
        string prefix = name + "=";
        var entries = Entries(Marshal.ReadIntPtr(variable))
            .Where(entry => !Marshal.PtrToStringUTF8(entry)!.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        // Neither text nor array is freed: any thread may read them as long as the process runs.
        entries.Add(Marshal.StringToCoTaskMemUTF8(prefix + value));
        nint array = Marshal.AllocCoTaskMem((entries.Count + 1) * nint.Size);
        for (int i = 0; i < entries.Count; i++)
            Marshal.WriteIntPtr(array, i * nint.Size, entries[i]);
        Marshal.WriteIntPtr(array, entries.Count * nint.Size, 0);
        // The array's content must be visible before its address.
        Interlocked.MemoryBarrier();
        Marshal.WriteIntPtr(variable, array);
    }

    private static IEnumerable<nint> Entries(nint array)
    {
        // The array ends with a null pointer, and is one itself after clearenv.
        for (nint entry; array != 0 && (entry = Marshal.ReadIntPtr(array)) != 0; array += nint.Size)
            yield return entry;
    }

    [DllImport("libc", EntryPoint = "getenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint GetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    [DllImport("libc", EntryPoint = "gnu_get_libc_version")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint GetGlibcVersion();
}
