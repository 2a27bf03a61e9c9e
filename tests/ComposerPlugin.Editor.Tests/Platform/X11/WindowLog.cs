using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>Keeps the events of a window.</summary>
internal sealed class WindowLog : IWindowEvents
{
    public List<PointerEvent> Pointers { get; } = [];

    public List<KeyEvent> Keys { get; } = [];

    public List<SKRectI> Exposed { get; } = [];

    public List<string> Files { get; } = [];

    public int KeysLost { get; private set; }

    /// <summary>Which keys the window uses.</summary>
    public Predicate<KeyEvent> Uses { get; set; } = _ => false;

    /// <summary>Called at each event of the pointer, after it is kept.</summary>
    public Action<PointerEvent>? AtPointer { get; set; }

    /// <summary>The kinds of the pointer's events, but for motions.</summary>
    public IEnumerable<PointerKind> Kinds => Pointers.Select(e => e.Kind).Where(kind => kind != PointerKind.Move);

    public void Pointer(in PointerEvent e)
    {
        Pointers.Add(e);
        AtPointer?.Invoke(e);
    }

    public bool KeyDown(in KeyEvent e)
    {
        Keys.Add(e);
        return Uses(e);
    }

    public void Expose(SKRectI part) => Exposed.Add(part);

    public void Tick()
    {
    }

    public void LostKeys() => KeysLost++;

    public void Dropped(string path) => Files.Add(path);

    public void Rescaled()
    {
    }

    public void Failed(Exception exception) => throw new InvalidOperationException("An event failed.", exception);
}
