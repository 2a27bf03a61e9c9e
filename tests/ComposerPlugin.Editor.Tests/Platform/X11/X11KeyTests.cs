namespace ComposerPlugin.Editor.Tests;

public sealed class X11KeyTests : IClassFixture<XServer>, IDisposable
{
    private const uint Shift = 0xFFE1, Control = 0xFFE3, Alt = 0xFFE9, CapsLock = 0xFFE5;

    private readonly WindowLog _log = new();
    private readonly XHost _host;
    private readonly X11Window _window;

    public X11KeyTests(XServer server)
    {
        _host = new(server.Display);
        _window = _host.Open(_log);
        _host.Move(30, 40);
        _host.Until(() => _log.Pointers.Count > 0);
    }

    private int Space => _host.CodeOf(' ');

    private int LetterB => _host.CodeOf('b');

    public void Dispose()
    {
        _window.Dispose();
        _host.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_of_no_use_goes_to_the_host_with_its_release(bool hasFocus)
    {
        _window.TakeKeys(hasFocus);
        _host.Type(' ');
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.Equal([Space, -Space], _host.Keys);
        Assert.Equal(new(Key.None, ' '), Assert.Single(_log.Keys));
    }

    [Fact]
    public void A_used_key_does_not_reach_the_host_and_neither_does_its_release()
    {
        _log.Uses = e => e.Character == 'a';
        _window.TakeKeys(true);
        _host.Type('a').Type('b');
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.Equal([LetterB, -LetterB], _host.Keys);
    }

    [Fact]
    public void A_release_reaches_the_host_while_another_key_is_used()
    {
        _log.Uses = e => e.Character == 'a';
        _window.TakeKeys(true);
        _host.KeyDown('b').KeyDown('a').KeyUp('b').KeyUp('a').Type(' ');
        _host.Until(() => _host.Keys.Count() == 4);
        Assert.Equal([LetterB, -LetterB, Space, -Space], _host.Keys);
    }

    [Fact]
    public void A_release_without_its_press_is_kept()
    {
        _host.Move(300, 250).KeyDown('b');
        _host.Until(() => _host.Keys.Count() == 1);
        _host.Move(30, 40).KeyUp('b').Type(' ');
        _host.Until(() => _host.Keys.Count() == 3);
        Assert.Equal([LetterB, Space, -Space], _host.Keys);
    }

    [Fact]
    public void Keys_with_Alt_are_for_menus()
    {
        _log.Uses = _ => true;
        _window.TakeKeys(true);
        _host.KeyDown(Alt).Type('b').KeyUp(Alt);
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.Equal([LetterB, -LetterB], _host.Keys);
        Assert.DoesNotContain(_log.Keys, e => e.Character == 'b');
    }

    [Theory]
    [InlineData(Key.Delete, 0xFFFF)]
    [InlineData(Key.PageUp, 0xFF55)]
    [InlineData(Key.PageDown, 0xFF56)]
    [InlineData(Key.Menu, 0xFF67)]
    [InlineData(Key.Left, 0xFF51)]
    [InlineData(Key.Tab, 0xFF09)]
    [InlineData(Key.Return, 0xFF8D)]
    internal void Keys_are_known_by_their_symbols(Key key, uint symbol)
    {
        _host.Type(symbol);
        _host.Until(() => _log.Keys.Count == 1);
        Assert.Equal(new(key, '\0'), _log.Keys[0]);
    }

    [Fact]
    public void Shift_and_F10_open_a_menu_and_F10_alone_does_not()
    {
        _host.KeyDown(Shift).Type(KeySymbols.F10).KeyUp(Shift).Type(KeySymbols.F10);
        _host.Until(() => _log.Keys.Count == 3);
        Assert.Equal([new(Key.None, '\0'), new(Key.Menu, '\0', Shift: true), new(Key.None, '\0')], _log.Keys);
    }

    [Fact]
    public void Modifiers_change_characters()
    {
        _host.Type('a').KeyDown(Shift).Type('a').KeyUp(Shift).KeyDown(Control).Type('c').KeyUp(Control);
        _host.Type(CapsLock).Type('a').KeyDown(Shift).Type('a').KeyUp(Shift).Type(CapsLock);
        _host.Until(() => _log.Keys.Count(e => e.Character != '\0') == 5 && _log.Keys[^1].Character == '\0');
        Assert.Equal(
            [
                new(Key.None, 'a'), new(Key.None, 'A', Shift: true), new(Key.None, 'c', Control: true), new(Key.None, 'A'),
                new(Key.None, 'a', Shift: true),
            ],
            _log.Keys.Where(e => e.Character != '\0'));
    }

    [Fact]
    public void The_number_pad_types_digits_with_Num_Lock_and_moves_without()
    {
        const uint numLock = 0xFF7F, seven = 0xFF95;
        _host.Type(seven).Type(numLock).Type(seven).Type(numLock);
        _host.Until(() => _log.Keys.Count == 4);
        Assert.Equal(new(Key.Home, '\0'), _log.Keys[0]);
        Assert.Equal(new(Key.None, '7'), _log.Keys[2]);
    }

    [Fact]
    public void The_focus_is_taken_and_given_back()
    {
        uint child = _host.ChildAt(30, 40);
        Assert.Equal(_host.Window, _host.Focused);
        _window.TakeKeys(true);
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused == child);
        _window.TakeKeys(false);
        _window.TakeKeys(false);
        _host.Until(() => _host.Focused == _host.Window);
        Assert.Equal(0, _log.KeysLost);
    }

    [Fact]
    public void A_host_that_knows_XEMBED_keeps_its_own_focus()
    {
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused != _host.Window);
        Assert.Empty(_host.Messages(_host.Atoms.XEmbed));
    }

    [Fact]
    public void A_key_names_the_window_of_the_host_that_reads_keys()
    {
        uint socket = _host.CreateSocket(210, 160, 100, 80);
        var log = new WindowLog();
        using var window = _host.Open(log, 100, 80, socket);
        window.TakeKeys(true);
        _host.Move(230, 180);
        _host.Until(() => _host.Focused != _host.Window && log.Pointers.Count > 0);
        _host.Type(' ');
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.All(_host.Events.Where(e => e.Detail == Space), e => Assert.Equal(_host.Window, e.EventWindow));
    }

    [Fact]
    public void A_key_that_the_host_sends_back_is_not_passed_on_again()
    {
        uint child = _host.ChildAt(30, 40);
        _window.TakeKeys(true);
        _host.KeyDown(' ');
        _host.Until(() => _host.Keys.Count() == 1);
        _host.SendKey(_host.Events[^1], child);
        _host.KeyUp(' ');
        _host.Until(() => _host.Keys.Contains(-Space));
        Assert.Equal([Space, -Space], _host.Keys);
        Assert.Equal(new(Key.None, ' '), Assert.Single(_log.Keys));
    }

    [Fact]
    public void A_focus_that_the_host_takes_is_reported_once()
    {
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused != _host.Window);
        _host.Focus();
        _host.Until(() => _log.KeysLost > 0);
        _window.TakeKeys(false);
        _host.Type(' ');
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.Equal(1, _log.KeysLost);
    }

    [Fact]
    public void A_focus_that_the_window_manager_gives_to_the_host_after_a_click_is_taken_back()
    {
        uint child = _host.ChildAt(30, 40);
        _host.Click();
        _host.Until(() => _log.Kinds.Contains(PointerKind.Press));
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused == child);
        _host.Focus();
        _host.Until(() => _host.Focused == child);
        Assert.Equal(0, _log.KeysLost);
    }

    [Fact]
    public void A_host_that_insists_on_the_focus_after_a_click_gets_it()
    {
        _host.Click();
        _host.Until(() => _log.Kinds.Contains(PointerKind.Press));
        _window.TakeKeys(true);
        _host.Until(() =>
        {
            _host.Focus();
            return _log.KeysLost == 1;
        });
        _host.Until(() => _host.Focused == _host.Window);
    }

    [Fact]
    public void A_focus_that_goes_to_another_window_after_a_click_is_not_taken_back()
    {
        using var other = new XHost(_host.Display, 500, 0);
        _host.Click();
        _host.Until(() => _log.Kinds.Contains(PointerKind.Press));
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused != other.Window);
        other.Focus();
        _host.Until(() => _log.KeysLost == 1);
        Assert.Equal(other.Window, _host.Focused);
    }

    [Fact]
    public void A_grab_of_the_keyboard_is_no_loss_of_the_focus()
    {
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused != _host.Window);
        _host.GrabKeys();
        _host.ReleaseKeys();
        _host.Type(' ');
        _host.Until(() => _host.Keys.Count() == 2);
        Assert.Equal(0, _log.KeysLost);
    }

    [Fact]
    public void A_window_that_closes_gives_the_focus_back()
    {
        _window.TakeKeys(true);
        _host.Until(() => _host.Focused != _host.Window);
        _window.Dispose();
        _host.Until(() => _host.Focused == _host.Window);
    }
}
