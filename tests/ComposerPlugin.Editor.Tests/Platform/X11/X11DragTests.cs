namespace ComposerPlugin.Editor.Tests;

public sealed class X11DragTests : IClassFixture<XServer>, IDisposable
{
    private const uint Escape = 0xFF1B;

    private readonly WindowLog _from = new(), _to = new();
    private readonly XHost _host, _other;
    private readonly X11Window _source, _target;
    private string _path = "/tmp/a.mid";

    public X11DragTests(XServer server)
    {
        _host = new(server.Display);
        _other = new(server.Display, x: 450);
        _host.Join(_other);
        _source = _host.Open(_from);
        _target = _other.Open(_to);
        // As the editor does: a drag begins with a motion of the pressed pointer.
        bool isPressed = false;
        _from.AtPointer = e =>
        {
            if (e.Kind == PointerKind.Move && isPressed)
                _source.DragFile(_path);
            isPressed = IsPress(e);
        };
    }

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
        _other.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void Files_are_dropped_one_after_the_other()
    {
        foreach (string path in (string[])["/tmp/one.mid", "/tmp/A minor, 120 #2 50%.mid", "/tmp/Ä/ж.mid"])
        {
            _path = path;
            Drag();
            _host.Move(480, 20).Move(500, 40).Release();
            _host.Until(() => _to.Files.Contains(path));
        }
        Assert.Equal(3, _to.Files.Count);
        Assert.Empty(_from.Files);
    }

    [Fact]
    public void A_drop_in_one_go_with_the_motion_arrives()
    {
        Drag();
        _host.Move(500, 40).Release();
        _host.Until(() => _to.Files.Count > 0);
        Assert.Equal([_path], _to.Files);
    }

    [Fact]
    public void Escape_cancels_and_the_next_drag_is_dropped()
    {
        Drag();
        _host.Move(500, 40).Type(Escape).Release();
        Assert.Equal(["/tmp/second.mid"], NextDrop());
        Assert.DoesNotContain(_from.Keys, e => e.Key == Key.Escape);
        Assert.DoesNotContain(_host.Keys, code => Math.Abs(code) == _host.CodeOf(Escape));
    }

    [Fact]
    public void A_drop_on_the_window_that_it_comes_from_is_ignored()
    {
        Drag();
        _host.Move(60, 60).Release();
        Assert.Equal(["/tmp/second.mid"], NextDrop());
        Assert.Empty(_from.Files);
    }

    [Fact]
    public void A_drop_on_a_window_that_takes_none_is_ignored()
    {
        Drag();
        _host.Move(300, 250).Release();
        Assert.Equal(["/tmp/second.mid"], NextDrop());
    }

    [Fact]
    public void Pointer_and_wheel_are_the_drags_meanwhile()
    {
        Drag();
        int before = _from.Pointers.Count;
        _host.Move(60, 60).Click(4).Click(3).Move(500, 40).Release();
        _host.Until(() => _to.Files.Count > 0);
        Assert.DoesNotContain(
            _from.Pointers.Skip(before), e => e.Kind is PointerKind.Wheel or PointerKind.MenuPress or PointerKind.Release);
    }

    [Fact]
    public void A_host_that_takes_drops_gets_the_file_by_way_of_its_proxy()
    {
        uint proxy = _other.CreateWindow(800, 600, 10, 10);
        _other.SetProperty(_other.Window, _other.Atoms.Proxy, proxy);
        _other.SetProperty(proxy, _other.Atoms.Proxy, proxy);
        _other.SetProperty(proxy, _other.Atoms.Aware, 5);
        Drag();
        _host.Move(500, 40);
        _host.Until(() => _other.Messages(_other.Atoms.Position).Count > 0);
        uint[] enter = Assert.Single(_other.Messages(_other.Atoms.Enter));
        Assert.Equal((5u << 24, _other.Atoms.UriList), (enter[1], enter[2]));
        Assert.Equal((500u << 16) | 40, _other.Messages(_other.Atoms.Position)[0][2]);
        Assert.Equal(_other.Window, Assert.Single(_other.Events, e => e.MessageType == _other.Atoms.Enter).Window);
        _other.Send(enter[0], _other.Atoms.Status, _other.Window, 1, 0, 0, _other.Atoms.ActionCopy);
        _host.Release();
        _host.Until(() => _other.Messages(_other.Atoms.Drop).Count > 0);
        string? list = _other.Ask(_other.Atoms.DragSelection, _other.Atoms.UriList, _other.Messages(_other.Atoms.Drop)[0][2]);
        Assert.Equal("file:///tmp/a.mid\r\n", list);
        Assert.Empty(_to.Files);
    }

    [Fact]
    public void A_target_that_refuses_gets_no_drop()
    {
        _other.SetProperty(_other.Window, _other.Atoms.Aware, 5);
        Drag();
        _host.Move(500, 40);
        _host.Until(() => _other.Messages(_other.Atoms.Position).Count > 0);
        _other.Send(_other.Messages(_other.Atoms.Enter)[0][0], _other.Atoms.Status, _other.Window, 0, 0, 0, 0);
        _host.Release();
        _host.Until(() => _other.Messages(_other.Atoms.Leave).Count > 0);
        Assert.Empty(_other.Messages(_other.Atoms.Drop));
    }

    // Two drags in a short while begin with a double press.
    private static bool IsPress(PointerEvent e) => e.Kind is PointerKind.Press or PointerKind.DoublePress;

    private void Drag()
    {
        _host.Move(30, 40).Press();
        _host.Until(() => _from.Pointers.Exists(IsPress));
        _host.Move(35, 40);
        _host.Until(() => _from.Pointers[^1] is { Kind: PointerKind.Move, X: 35 });
        _from.Pointers.Clear();
    }

    private List<string> NextDrop()
    {
        _path = "/tmp/second.mid";
        _from.Pointers.Clear();
        Drag();
        _host.Move(500, 40).Release();
        _host.Until(() => _to.Files.Count > 0);
        return _to.Files;
    }
}
