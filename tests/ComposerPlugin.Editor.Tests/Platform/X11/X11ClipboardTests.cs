namespace ComposerPlugin.Editor.Tests;

public sealed class X11ClipboardTests : IClassFixture<XServer>, IDisposable
{
    private readonly WindowLog _log = new();
    private readonly XHost _host;
    private readonly X11Window _window;

    public X11ClipboardTests(XServer server)
    {
        _host = new(server.Display);
        _window = _host.Open(_log);
    }

    private X11Atoms Atoms => _host.Atoms;

    public void Dispose()
    {
        _window.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void Copied_text_is_given_to_other_programs()
    {
        _window.CopyText("first");
        _window.CopyText("Läuft: ♪");
        Assert.Equal("Läuft: ♪", _host.Ask(Atoms.Clipboard, Atoms.Utf8String));
        Assert.Equal("Läuft: ♪", _host.Ask(Atoms.Clipboard, Atoms.PlainText));
        Assert.Equal([Atoms.Targets, Atoms.Timestamp, Atoms.Utf8String, Atoms.PlainText], _host.AskNumbers(Atoms.Clipboard, Atoms.Targets));
        Assert.Single(_host.AskNumbers(Atoms.Clipboard, Atoms.Timestamp));
    }

    [Fact]
    public void Other_types_are_refused()
    {
        _window.CopyText("text");
        Assert.Null(_host.Ask(Atoms.Clipboard, Atoms.UriList));
        // The next question is answered all the same.
        Assert.Equal("text", _host.Ask(Atoms.Clipboard, Atoms.Utf8String));
    }

    [Fact]
    public void A_text_too_long_for_a_property_is_refused()
    {
        _window.CopyText(new('a', 1 << 18));
        Assert.Null(_host.Ask(Atoms.Clipboard, Atoms.Utf8String));
        Assert.False(_window.IsLost);
    }

    [Fact]
    public void What_another_program_copies_replaces_the_text()
    {
        _window.CopyText("ours");
        Assert.Equal("ours", _host.Ask(Atoms.Clipboard, Atoms.Utf8String));
        _host.Own(Atoms.Clipboard);
        // Only what the user does after it may change the owner.
        _host.Move(30, 40).Click();
        _host.Until(() => _log.Kinds.Contains(PointerKind.Release));
        _window.CopyText("ours again");
        Assert.Equal("ours again", _host.Ask(Atoms.Clipboard, Atoms.Utf8String));
    }

    [Fact]
    public void A_drag_leaves_the_clipboard_alone()
    {
        _window.CopyText("text");
        _window.DragFile("/tmp/a.mid");
        Assert.Equal("text", _host.Ask(Atoms.Clipboard, Atoms.Utf8String));
        Assert.Equal("file:///tmp/a.mid\r\n", _host.Ask(Atoms.DragSelection, Atoms.UriList));
    }
}
