namespace ComposerPlugin.Editor.Tests;

/// <summary>Another program, here the host's connection, is the source.</summary>
public sealed class X11DropTests : IClassFixture<XServer>, IDisposable
{
    private readonly WindowLog _log = new();
    private readonly XHost _host;
    private readonly X11Window _window;
    private readonly uint _source, _target;
    private readonly X11Atoms _atoms;

    public X11DropTests(XServer server)
    {
        _host = new(server.Display);
        _window = _host.Open(_log);
        (_atoms, _target, _source) = (_host.Atoms, _host.ChildAt(30, 40), _host.CreateWindow(500, 0, 50, 50));
        _host.Own(_atoms.DragSelection);
    }

    public void Dispose()
    {
        _window.Dispose();
        _host.Dispose();
    }

    [Theory]
    [InlineData(3u)]
    [InlineData(5u)]
    [InlineData(6u)]
    public void Each_file_of_a_list_is_dropped(uint version)
    {
        Enter(version, _atoms.PlainText, _atoms.UriList);
        Assert.Equal([_target, 1, 0, 0, _atoms.ActionCopy], Position());
        Assert.Equal([_target, 1, _atoms.ActionCopy], Drop("#files\r\nfile:///a%20b\r\nhttp://x/\r\nfile:///c/\r\n"u8)[..3]);
        Assert.Equal(["/a b", "/c/"], _log.Files);
    }

    [Fact]
    public void A_source_of_many_types_lists_them_in_a_property()
    {
        _host.SetProperty(_source, _atoms.TypeList, _atoms.Targets, _atoms.PlainText, _atoms.Utf8String, _atoms.UriList);
        Enter(5, isMoreThanThree: true, _atoms.Targets, _atoms.PlainText, _atoms.Utf8String);
        Assert.Equal(1u, Position()[1]);
        Drop("file:///a\r\n"u8);
        Assert.Equal(["/a"], _log.Files);
    }

    [Fact]
    public void A_source_without_files_is_refused()
    {
        Enter(5, _atoms.PlainText);
        Assert.Equal([_target, 0, 0, 0, 0], Position());
        _host.Send(_target, _atoms.Drop, _source, 0, 1);
        _host.Until(() => _host.Messages(_atoms.Finished).Count > 0);
        Assert.Equal([_target, 0, 0], _host.Messages(_atoms.Finished)[0][..3]);
        Assert.Empty(_log.Files);
    }

    [Fact]
    public void A_source_that_leaves_and_comes_back_is_one_drop()
    {
        Enter(5, _atoms.UriList);
        Position();
        _host.Send(_target, _atoms.Leave, _source);
        Enter(5, _atoms.UriList);
        Position();
        Drop("file:///a\r\n"u8);
        Assert.Equal(["/a"], _log.Files);
    }

    [Fact]
    public void Messages_of_another_source_and_of_an_old_version_are_ignored()
    {
        Enter(2, _atoms.UriList);
        _host.Send(_target, _atoms.Position, _source, 0, 0, 0, _atoms.ActionCopy);
        Enter(5, _atoms.UriList);
        _host.Send(_target, _atoms.Position, _source + 1, 0, 0, 0, _atoms.ActionCopy);
        Position();
        Assert.Single(_host.Messages(_atoms.Status));
    }

    [Fact]
    public void A_list_in_a_form_that_was_not_asked_for_is_refused()
    {
        Enter(5, _atoms.UriList);
        Position();
        Assert.Equal(0u, Drop("file:///a\r\n"u8, answerAs: _atoms.PlainText)[1]);
        Assert.Empty(_log.Files);
    }

    private void Enter(uint version, params ReadOnlySpan<uint> types) => Enter(version, isMoreThanThree: false, types);

    private void Enter(uint version, bool isMoreThanThree, params ReadOnlySpan<uint> types) =>
        _host.Send(_target, _atoms.Enter, [_source, (version << 24) | (isMoreThanThree ? 1u : 0), .. types]);

    // The answer to a position.
    private uint[] Position()
    {
        int before = _host.Messages(_atoms.Status).Count;
        _host.Send(_target, _atoms.Position, _source, 0, (30 << 16) | 40, 0, _atoms.ActionCopy);
        _host.Until(() => _host.Messages(_atoms.Status).Count > before);
        return _host.Messages(_atoms.Status)[^1];
    }

    // The window's last message.
    private uint[] Drop(ReadOnlySpan<byte> list, uint? answerAs = null)
    {
        _host.Send(_target, _atoms.Drop, _source, 0, 1);
        _host.Until(() => _host.Events.Exists(e => e.Type == Xcb.SelectionRequest));
        var request = _host.Events.Find(e => e.Type == Xcb.SelectionRequest);
        Assert.Equal((_atoms.DragSelection, _atoms.UriList), (request.Selection, request.Target));
        _host.Answer(request with { Target = answerAs ?? request.Target }, list);
        _host.Until(() => _host.Messages(_atoms.Finished).Count > 0);
        return _host.Messages(_atoms.Finished)[^1];
    }
}
