using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A child window of the system.</summary>
internal interface IPlatformWindow : IDisposable
{
    /// <summary>Linux: the file descriptor whose data <see cref="ReadEvents"/> reads. -1 elsewhere: the system calls the window.</summary>
    int File => -1;

    /// <summary>Whether the system has destroyed the window: no event follows.</summary>
    bool IsLost => false;

    /// <summary>Pixels in a unit of the window's size: 1, except on macOS.</summary>
    float PixelsPerUnit => 1;

    /// <summary>The size of all screens together, in units of the window's size; null if the system was not asked.</summary>
    EditorSize? Screens => null;

    /// <summary>Reads all pending events.</summary>
    void ReadEvents()
    {
    }

    /// <summary>Checks time limits. Called about thirty times a second.</summary>
    void Tick()
    {
    }

    /// <summary>Changes its size.</summary>
    void Resize(EditorSize size);

    /// <summary>Shows a part of the picture, in pixels.</summary>
    void Present(Canvas canvas, SKRectI part);

    /// <summary>
    /// Takes the keyboard focus, or gives it back to the host. Called after every event of pointer and keys: cheap if nothing changes.
    /// </summary>
    void TakeKeys(bool take);

    /// <summary>Starts dragging a file out, from the press or the motion of the first button that is being handled.</summary>
    /// <param name="path">The absolute path of the file.</param>
    void DragFile(string path);

    /// <summary>Puts text on the clipboard.</summary>
    void CopyText(string text);
}
