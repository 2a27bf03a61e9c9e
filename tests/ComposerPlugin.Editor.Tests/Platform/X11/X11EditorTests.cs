namespace ComposerPlugin.Editor.Tests;

/// <summary>The whole window on an X server, as a host opens it.</summary>
public sealed class X11EditorTests : IClassFixture<XServer>, IEditorHost, IDisposable
{
    private readonly XHost _host;
    private readonly EditorView _view;

    public X11EditorTests(XServer server)
    {
        OpenEditor.LoadSkia();
        _host = new(server.Display, width: 1100, height: 750);
        _view = new(new FakeModel(), (parent, size, events) => new X11Window((uint)parent, size, events, server.Display));
        _view.Open((nint)_host.Window, this);
    }

    public void Dispose()
    {
        _view.Close();
        _host.Dispose();
    }

    [Fact]
    public void It_shows_what_a_window_in_memory_shows()
    {
        using var other = OpenEditor.Create();
        var shown = other.Window.Shown!;
        // Nothing is under the pointer.
        _host.Move(1090, 740);
        byte[] expected = PixelsOf(shown);
        _host.Until(() =>
        {
            // In parts, edges of shapes are smoothed by other rectangles than at once.
            _view.Root!.Invalidate();
            _view.Tick();
            return Opaque(_host.Pixels(0, 0, shown.Width, shown.Height)).SequenceEqual(expected);
        });
    }

    [Fact]
    public void The_space_bar_is_the_hosts_and_Tab_takes_the_keys_until_Escape()
    {
        const uint tab = 0xFF09, escape = 0xFF1B;
        int space = _host.CodeOf(' ');
        _host.Move(500, 400).Type(' ');
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.Equal([space, -space], _host.Keys);
        _host.Type(tab);
        _host.Until(() => _host.Focused == _host.ChildAt(500, 400));
        _host.Type(escape);
        _host.Until(() => _host.Focused == _host.Window);
        Assert.Equal(2, _host.Keys.Count());
    }

    bool IEditorHost.RequestSize(EditorSize size) => false;

    bool IEditorHost.Run(int file, int tickMilliseconds)
    {
        _host.Run(_view.FileReady);
        _host.Run(_view.Tick);
        return true;
    }

    void IEditorHost.Stop()
    {
    }

    private static unsafe byte[] PixelsOf(Canvas canvas) =>
        Opaque(new Span<byte>((void*)canvas.Pixels, canvas.RowBytes * canvas.Height).ToArray());

    // With 24 bits to a pixel the fourth byte is of no meaning.
    private static byte[] Opaque(byte[] pixels)
    {
        for (int i = 3; i < pixels.Length; i += 4)
            pixels[i] = 0xFF;
        return pixels;
    }
}
