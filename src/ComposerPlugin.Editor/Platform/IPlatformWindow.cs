using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A child window of the system.</summary>
internal interface IPlatformWindow : IDisposable
{
    /// <summary>Linux: the file whose data <see cref="ReadEvents"/> reads; elsewhere -1, the window hears of events and time by itself.</summary>
    int File => -1;

    /// <summary>Whether the system has taken the window away, so that nothing more will come.</summary>
    bool IsLost => false;

    /// <summary>Pixels in a unit of the window's size: 1 but on macOS.</summary>
    float PixelsPerUnit => 1;

    /// <summary>Reads all events that have come.</summary>
    void ReadEvents()
    {
    }

    /// <summary>Looks after what takes time.</summary>
    void Tick()
    {
    }

    /// <summary>Changes its size.</summary>
    void Resize(EditorSize size);

    /// <summary>Shows a part of the picture, in pixels.</summary>
    void Present(Canvas canvas, SKRectI part);

    /// <summary>Asks for keys, or gives them back to the host.</summary>
    void TakeKeys(bool take);

    /// <summary>Starts dragging a file out; a button is down.</summary>
    void DragFile(string path);

    /// <summary>Puts text on the clipboard.</summary>
    void CopyText(string text);
}
