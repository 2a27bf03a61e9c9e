using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>A window without a system: it keeps what is presented, and lets a test be the user.</summary>
internal sealed class MemoryWindow(IWindowEvents events) : IPlatformWindow
{
    public Canvas? Shown { get; private set; }

    public SKRectI LastPart { get; private set; }

    public bool HasKeys { get; private set; }

    public List<string> Dragged { get; } = [];

    public EditorSize? Screens { get; set; }

    public string Copied { get; private set; } = "";

    public void Resize(EditorSize size)
    {
    }

    public void Present(Canvas canvas, SKRectI part) => (Shown, LastPart) = (canvas, part);

    public void TakeKeys(bool take) => HasKeys = take;

    public void DragFile(string path) => Dragged.Add(path);

    public void CopyText(string text) => Copied = text;

    /// <summary>The pointer does something at a point, in units of the drawing.</summary>
    public void Point(PointerKind kind, SKPoint at, float wheel = 0, bool shift = false, bool control = false) =>
        events.Pointer(new(kind, at.X * Scale, at.Y * Scale, wheel, shift, control));

    /// <summary>A click.</summary>
    public void Click(SKPoint at)
    {
        Point(PointerKind.Move, at);
        Point(PointerKind.Press, at);
        Point(PointerKind.Release, at);
    }

    /// <summary>A drag in steps of a unit or so.</summary>
    public void Drag(SKPoint from, SKPoint to, bool shift = false)
    {
        Point(PointerKind.Move, from);
        Point(PointerKind.Press, from, shift: shift);
        for (int step = 1; step <= 20; step++)
            Point(PointerKind.Move, new(from.X + ((to.X - from.X) * step / 20), from.Y + ((to.Y - from.Y) * step / 20)), shift: shift);
        Point(PointerKind.Release, to, shift: shift);
    }

    /// <summary>A key goes down.</summary>
    public bool Press(Key key, bool shift = false, bool control = false) => events.KeyDown(new(key, '\0', shift, control));

    /// <summary>A text is typed.</summary>
    public void Type(string text)
    {
        foreach (char letter in text)
            events.KeyDown(new(Key.None, letter));
    }

    /// <summary>A file is dropped.</summary>
    public void Drop(string path) => events.Dropped(path);

    public void Dispose()
    {
    }

    private float Scale => Shown?.Scale ?? 1;
}
