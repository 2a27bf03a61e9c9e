using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Engine;

/// <summary>
/// [any] The floating-point mode of the current thread: its rounding, and what it does with subnormal numbers and with exceptions (MXCSR on
/// x64, FPCR on arm64). Hosts change it, and new threads inherit it; another mode rounds a model's logits differently. So the threads of
/// the plugin set the standard one, and a call on a thread of the host sets it while it lasts.
/// </summary>
public readonly ref struct FloatingPointMode
{
    // _controlfp_s: exceptions, rounding and subnormals; the standard masks all exceptions, rounds to nearest and keeps subnormals.
    private const uint WindowsMask = 0x0008001F | 0x00000300 | 0x03000000, WindowsStandard = 0x0008001F;

    // FE_DFL_ENV of glibc and musl.
    private const nint LinuxStandard = -1;

    private static Access _access;
    private static nint _macStandard;

    private readonly State _before;
    private readonly uint _wordBefore;

    private FloatingPointMode(scoped in State before, uint wordBefore) => (_before, _wordBefore) = (before, wordBefore);

    private enum Access
    {
        None,
        Linux,
        Windows,
        Mac,
    }

    /// <summary>[main] Looks the system's functions up, which allocates. Before it, and on systems without them, the mode stays.</summary>
    public static void Prepare()
    {
        if (_access != Access.None)
            return;
        try
        {
            if (OperatingSystem.IsMacOS())
                _macStandard = NativeLibrary.GetExport(NativeLibrary.Load("libSystem.dylib"), "_FE_DFL_ENV");
            var access = OperatingSystem.IsWindows() ? Access.Windows : OperatingSystem.IsMacOS() ? Access.Mac : Access.Linux;
            // The first calls bind the functions.
            Restore(access, Read(access));
            _access = access;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            _access = Access.None;
        }
    }

    /// <summary>[any] Sets the standard mode; dispose of the result to set the mode before again.</summary>
    public static FloatingPointMode Standard()
    {
        var before = Read(_access);
        SetStandard(_access);
        return before;
    }

    /// <summary>[any] Sets the mode before again.</summary>
    public void Dispose() => Restore(_access, this);

    private static FloatingPointMode Read(Access access)
    {
        State state = default;
        uint word = 0;
        if (access == Access.Linux)
            _ = Linux.Read(ref state);
        else if (access == Access.Mac)
            _ = Mac.Read(ref state);
        else if (access == Access.Windows)
            _ = Windows.Control(ref word, 0, 0);
        return new(state, word);
    }

    private static void SetStandard(Access access)
    {
        uint word = 0;
        if (access == Access.Linux)
            _ = Linux.Set(LinuxStandard);
        else if (access == Access.Mac)
            _ = Mac.Set(_macStandard);
        else if (access == Access.Windows)
            _ = Windows.Control(ref word, WindowsStandard, WindowsMask);
    }

    private static void Restore(Access access, in FloatingPointMode mode)
    {
        uint word = 0;
        if (access == Access.Linux)
            _ = Linux.Set(mode._before);
        else if (access == Access.Mac)
            _ = Mac.Set(mode._before);
        else if (access == Access.Windows)
            _ = Windows.Control(ref word, mode._wordBefore, WindowsMask);
    }

    // fenv_t has 8 to 32 bytes.
    [InlineArray(8)]
    private struct State
    {
        private ulong _first;
    }

    private static class Linux
    {
        private const string Library = "libm.so.6";

        [DllImport(Library, EntryPoint = "fegetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        public static extern int Read(ref State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        public static extern int Set(in State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        public static extern int Set(nint state);
    }

    private static class Mac
    {
        private const string Library = "libSystem.dylib";

        [DllImport(Library, EntryPoint = "fegetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        public static extern int Read(ref State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        public static extern int Set(in State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        public static extern int Set(nint state);
    }

    private static class Windows
    {
        [DllImport("ucrtbase.dll", EntryPoint = "_controlfp_s", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [SuppressGCTransition]
        public static extern int Control(ref uint word, uint value, uint mask);
    }
}
