using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>A toy view held by its raw interface pointer, as a C++ host holds it.</summary>
internal sealed unsafe class RawView : IDisposable
{
    public const nint Parent = 7;

    private bool _released;

    /// <summary>Creates the view of an instance.</summary>
    /// <param name="raw">The instance.</param>
    /// <param name="view">The view that the plugin creates; a new one by default.</param>
    public RawView(RawPlugin raw, ToyView? view = null)
    {
        View = view ?? new(Calls);
        raw.Plugin.NewView = () => View;
        Pointer = (PlugViewTable**)Create(raw, "editor");
        Assert.True(Pointer != null);
    }

    public PlugViewTable** Pointer { get; }

    public ToyView View { get; }

    /// <summary>The calls of a view that was created here.</summary>
    public List<string> Calls { get; } = [];

    public ViewSize Size
    {
        get
        {
            ViewRect rect = new() { Left = 9, Top = 9 };
            Assert.Equal(Result.Ok, (*Pointer)->GetSize(Pointer, &rect));
            Assert.Equal((0, 0), (rect.Left, rect.Top));
            return new(rect.Right, rect.Bottom);
        }
    }

    public static void* Create(RawPlugin raw, string name)
    {
        byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(name), 0];
        fixed (byte* place = text)
            return (*raw.Controller)->CreateView(raw.Controller, place);
    }

    public void SetFrame(PlugFrameObject? frame) =>
        Assert.Equal(Result.Ok, (*Pointer)->SetFrame(Pointer, frame is null ? null : frame.Pointer));

    public int Attach(nint parent = Parent, string type = "X11EmbedWindowID")
    {
        byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(type), 0];
        fixed (byte* place = text)
            return (*Pointer)->Attached(Pointer, (void*)parent, place);
    }

    public int Remove() => (*Pointer)->Removed(Pointer);

    public int SetSize(int width, int height)
    {
        ViewRect rect = new() { Left = 10, Top = 20, Right = 10 + width, Bottom = 20 + height };
        return (*Pointer)->OnSize(Pointer, &rect);
    }

    public int KeyDown(int character, int key = 0, int modifiers = 0) =>
        (*Pointer)->OnKeyDown(Pointer, (ushort)character, (short)key, (short)modifiers);

    public void* Query(Uid id) => HostUnknown.QueryInterface(Pointer, id);

    public uint Release()
    {
        _released = true;
        return (*Pointer)->Unknown.Release(Pointer);
    }

    public void Dispose()
    {
        if (!_released)
            Release();
    }
}
