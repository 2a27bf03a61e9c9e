using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What a window of the system tells. Places are in pixels.</summary>
internal interface IWindowEvents
{
    /// <summary>The pointer does something.</summary>
    void Pointer(in PointerEvent e);

    /// <summary>A key goes down; true if it was used.</summary>
    bool KeyDown(in KeyEvent e);

    /// <summary>A part of the picture must be shown again.</summary>
    void Expose(SKRectI part);

    /// <summary>The window's own time, where it has one.</summary>
    void Tick();

    /// <summary>Keys go elsewhere now.</summary>
    void LostKeys();

    /// <summary>A file or folder was dropped on the window.</summary>
    void Dropped(string path);
}
