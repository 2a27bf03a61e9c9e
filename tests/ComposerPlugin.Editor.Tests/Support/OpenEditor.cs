using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>A window that is open, without a system.</summary>
internal sealed class OpenEditor : IEditorHost, IDisposable
{
    static OpenEditor() => LoadSkia();

    private OpenEditor(FakeModel model, float scale)
    {
        Model = model;
        View = new(model, (_, _, events) => Window = new(events));
        View.Rescale(scale);
        View.Open(0, this);
    }

    public FakeModel Model { get; }

    public EditorView View { get; }

    public MemoryWindow Window { get; private set; } = null!;

    public EditorSize? Requested { get; private set; }

    public static OpenEditor Create(FakeModel? model = null, float scale = 1) => new(model ?? new(), scale);

    /// <summary>For tests without a window.</summary>
    public static void LoadSkia() => SkiaLibrary.LoadFrom(AppContext.BaseDirectory);

    /// <summary>A popup without its corners, through which one sees what it covers.</summary>
    public static SKRect InsideOf(SKRect popup) => SKRect.Inflate(popup, -4, -4);

    /// <summary>The visible widget of a name; the test fails if there is none.</summary>
    public Widget Find(string name) =>
        Find(View.Root!, name) ?? throw new InvalidOperationException($"Nothing in the window is called {name}.");

    /// <summary>Whether there is a visible widget of a name.</summary>
    public bool Has(string name) => Find(View.Root!, name) is not null;

    /// <summary>A click on the middle of the visible widget of a name.</summary>
    public void Click(string name) => Window.Click(MiddleOf(name));

    /// <summary>The middle of the visible widget of a name.</summary>
    public SKPoint MiddleOf(string name)
    {
        var bounds = Find(name).Bounds;
        return new(bounds.MidX, bounds.MidY);
    }

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng() => Window.Shown!.ToPng();

    public bool RequestSize(EditorSize size)
    {
        Requested = size;
        View.Resize(size);
        return true;
    }

    public bool Run(int file, int tickMilliseconds) => true;

    public void Stop()
    {
    }

    public void Dispose() => View.Close();

    private static Widget? Find(Widget widget, string name)
    {
        if (!widget.IsVisible)
            return null;
        if (widget.Name == name)
            return widget;
        for (int i = widget.Children.Count - 1; i >= 0; i--)
        {
            if (Find(widget.Children[i], name) is { } found)
                return found;
        }
        return null;
    }
}
