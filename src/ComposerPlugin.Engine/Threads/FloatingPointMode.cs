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

    // A function of another system must not be in the same method: the compiler looks those without a transition up at once.
    private static FloatingPointMode Read(Access access) => access switch
    {
        Access.Linux => Linux.Read(),
        Access.Mac => Mac.Read(),
        Access.Windows => Windows.Read(),
        _ => default,
    };

    private static void SetStandard(Access access)
    {
        if (access == Access.Linux)
            Linux.SetStandard();
        else if (access == Access.Mac)
            Mac.SetStandard();
        else if (access == Access.Windows)
            Windows.SetStandard();
    }

    private static void Restore(Access access, in FloatingPointMode mode)
    {
        if (access == Access.Linux)
            Linux.Restore(mode);
        else if (access == Access.Mac)
            Mac.Restore(mode);
        else if (access == Access.Windows)
            Windows.Restore(mode);
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

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static FloatingPointMode Read()
        {
            State state = default;
            _ = Get(ref state);
            return new(state, 0);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void SetStandard() => _ = Set(LinuxStandard);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Restore(in FloatingPointMode mode) => _ = Set(mode._before);

        [DllImport(Library, EntryPoint = "fegetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        private static extern int Get(ref State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        private static extern int Set(in State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        private static extern int Set(nint state);
    }

    private static class Mac
    {
        private const string Library = "libSystem.dylib";

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static FloatingPointMode Read()
        {
            State state = default;
            _ = Get(ref state);
            return new(state, 0);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void SetStandard() => _ = Set(_macStandard);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Restore(in FloatingPointMode mode) => _ = Set(mode._before);

        [DllImport(Library, EntryPoint = "fegetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        private static extern int Get(ref State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        private static extern int Set(in State state);

        [DllImport(Library, EntryPoint = "fesetenv", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [SuppressGCTransition]
        private static extern int Set(nint state);
    }

    private static class Windows
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static FloatingPointMode Read()
        {
            uint word = 0;
            _ = Control(ref word, 0, 0);
            return new(default, word);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void SetStandard()
        {
            uint word = 0;
            _ = Control(ref word, WindowsStandard, WindowsMask);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Restore(in FloatingPointMode mode)
        {
            uint word = 0;
            _ = Control(ref word, mode._wordBefore, WindowsMask);
        }

        [DllImport("ucrtbase.dll", EntryPoint = "_controlfp_s", ExactSpelling = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [SuppressGCTransition]
        private static extern int Control(ref uint word, uint value, uint mask);
    }
}
