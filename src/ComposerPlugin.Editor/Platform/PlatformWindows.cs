
namespace ComposerPlugin.Editor;

/// <summary>The window for this system.</summary>
internal static class PlatformWindows
{
    /// <summary>The kind of parent that hosts give here.</summary>
    public static string Type => OperatingSystem.IsWindows() ? "HWND" : OperatingSystem.IsMacOS() ? "NSView" : "X11EmbedWindowID";

    /// <summary>A child of the parent, shown.</summary>
    public static IPlatformWindow Create(nint parent, EditorSize size, IWindowEvents events) =>
        OperatingSystem.IsWindows() ? new Win32Window(parent, size, events)
        : OperatingSystem.IsMacOS() ? new CocoaWindow(parent, size, events)
        : new X11Window((uint)parent, size, events);
}
