using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor;

/// <summary>[main] The window class of this copy of the library, and its procedure.</summary>
internal static unsafe class Win32Class
{
    /// <summary>The library, as Windows names it. Not the host's program.</summary>
    public static readonly nint Module = FindModule();

    /// <summary>The name of the class. Each copy of the library has its own: the class's procedure lies in it.</summary>
    public static readonly string Name = Register();

    private static delegate* unmanaged<nint, uint, nint, nint, nint> Address => &Procedure;

    private static string Register()
    {
        string name = $"ComposerPlugin-{(nint)Address:X}";
        fixed (char* text = name)
        {
            var description = new User32.WindowClass
            {
                Size = (uint)sizeof(User32.WindowClass),
                Style = User32.WantDoubleClicks | User32.OwnContext,
                Procedure = Address,
                Module = Module,
                Cursor = User32.LoadCursor(0, User32.ArrowCursor),
                Name = text,
            };
            User32.RegisterClass(&description);
        }
        return name;
    }

    private static nint FindModule()
    {
        nint module = 0;
        User32.GetModuleHandleEx(User32.FromAddress | User32.UnchangedCount, (nint)Address, &module);
        return module;
    }

    // Safe: the handle is set after the window was created and freed after it is destroyed.
    [UnmanagedCallersOnly]
    private static nint Procedure(nint window, uint message, nint first, nint second)
    {
        nint data = User32.GetData(window, User32.UserData);
        nint? result = data == 0 ? null : Unsafe.As<Win32Window>(GCHandle.FromIntPtr(data).Target!).Receive(message, first, second);
        return result ?? User32.Default(window, message, first, second);
    }
}
