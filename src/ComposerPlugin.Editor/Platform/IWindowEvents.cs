using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The events of a window of the system. Positions are in pixels.</summary>
internal interface IWindowEvents
{
    /// <summary>The pointer does something.</summary>
    void Pointer(in PointerEvent e);

    /// <summary>A key goes down; true if it was used. A key that was not used goes to the host.</summary>
    bool KeyDown(in KeyEvent e);

    /// <summary>A part of the picture must be shown again.</summary>
    void Expose(SKRectI part);

    /// <summary>The window's timer, on systems where it has one.</summary>
    void Tick();

    /// <summary>The window has lost the keyboard focus.</summary>
    void LostKeys();

    /// <summary>A file or folder was dropped on the window. Called once for each.</summary>
    /// <param name="path">Its absolute path.</param>
    void Dropped(string path);

    /// <summary><see cref="IPlatformWindow.PixelsPerUnit"/> has changed.</summary>
    void Rescaled();

    /// <summary>An exception that ended an event. It must not reach the system that called the window.</summary>
    void Failed(Exception exception);
}
