namespace ComposerPlugin.Editor;

/// <summary>[main] The window for this system.</summary>
internal static class PlatformWindows
{
    /// <summary>The type of parent that hosts give on this system, as VST3 names it.</summary>
    public static string Type => OperatingSystem.IsWindows() ? "HWND" : OperatingSystem.IsMacOS() ? "NSView" : "X11EmbedWindowID";

    /// <summary>Creates a child of the parent, and shows it.</summary>
    /// <exception cref="InvalidOperationException">The system gives no window.</exception>
    public static IPlatformWindow Create(nint parent, EditorSize size, IWindowEvents events) =>
        OperatingSystem.IsWindows() ? new Win32Window(parent, size, events)
        : OperatingSystem.IsMacOS() ? new CocoaWindow(parent, size, events)
        : new X11Window((uint)parent, size, events);
}
