using System.Runtime.InteropServices;

namespace ComposerPlugin.Host;

/// <summary>
/// [main] A bare window of the host on the X display that DISPLAY names, for a plugin's view. It uses libxcb, which does not end the
/// process when the display dies.
/// </summary>
public sealed unsafe partial class HostWindow : IDisposable
{
    private const string Library = "libxcb.so.1";
    private const ushort InputOutput = 1, Size = 1 << 2 | 1 << 3;

    private readonly nint _connection;

    /// <summary>Opens a window.</summary>
    /// <exception cref="InvalidOperationException">There is no display.</exception>
    public HostWindow(int width, int height)
    {
        _connection = Connect(0, 0);
        if (HasError(_connection) != 0)
        {
            Disconnect(_connection);
            throw new InvalidOperationException("A host's window needs an X display: start Xvfb, and set DISPLAY.");
        }
        Id = NewId(_connection);
        // Safe: the setup lives as long as the connection; its first screen begins with the root window.
        CreateWindow(
            _connection, 0, Id, *(uint*)Screens(SetupOf(_connection)).First, 0, 0, (ushort)width, (ushort)height, 0, InputOutput, 0, 0, 0);
        MapWindow(_connection, Id);
        Sync();
    }

    /// <summary>The window's id.</summary>
    public uint Id { get; }

    /// <summary>Whether the display has died.</summary>
    public bool IsLost
    {
        get
        {
            // The connection knows it when it reads.
            for (nint e; (e = NextEvent(_connection)) != 0;)
                Free(e);
            return HasError(_connection) != 0;
        }
    }

    /// <summary>Gives it another size.</summary>
    public void Resize(int width, int height)
    {
        uint* values = stackalloc uint[] { (uint)width, (uint)height };
        ConfigureWindow(_connection, Id, Size, values);
        Sync();
    }

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        DestroyWindow(_connection, Id);
        Sync();
        Disconnect(_connection);
    }

    // The answer comes when the server has done everything before.
    private void Sync() => Free(AwaitFocus(_connection, AskFocus(_connection), 0));

    [LibraryImport(Library, EntryPoint = "xcb_connect")]
    private static partial nint Connect(nint display, nint screen);

    [LibraryImport(Library, EntryPoint = "xcb_disconnect")]
    private static partial void Disconnect(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_connection_has_error")]
    private static partial int HasError(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_poll_for_event")]
    private static partial nint NextEvent(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_generate_id")]
    private static partial uint NewId(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_setup")]
    private static partial nint SetupOf(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_setup_roots_iterator")]
    private static partial ScreenIterator Screens(nint setup);

    [LibraryImport(Library, EntryPoint = "xcb_create_window")]
    private static partial void CreateWindow(
        nint connection, byte depth, uint window, uint parent, short x, short y, ushort width, ushort height, ushort border, ushort kind,
        uint visual, uint mask, nint values);

    [LibraryImport(Library, EntryPoint = "xcb_map_window")]
    private static partial void MapWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_configure_window")]
    private static partial void ConfigureWindow(nint connection, uint window, ushort mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_destroy_window")]
    private static partial void DestroyWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus")]
    private static partial uint AskFocus(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus_reply")]
    private static partial nint AwaitFocus(nint connection, uint request, nint error);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint memory);

    private readonly record struct ScreenIterator(nint First, int Left, int Index);
}
