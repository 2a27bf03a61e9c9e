using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor.Tests;

public sealed class X11WindowTests : IClassFixture<XServer>, IDisposable
{
    private readonly WindowLog _log = new();
    private readonly XHost _host;
    private readonly X11Window _window;

    public X11WindowTests(XServer server)
    {
        _host = new(server.Display, x: 100, y: 50);
        _host.Move(300, 250).Sync();
        _window = _host.Open(_log);
    }

    public void Dispose()
    {
        _window.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void All_of_it_is_shown_when_it_opens() => Assert.Contains(SkiaSharp.SKRectI.Create(200, 150), _log.Exposed);

    [Fact]
    public void The_size_of_the_screens_is_known() => Assert.Equal(new EditorSize(1200, 800), _window.Screens);

    [Fact]
    public void Presses_close_together_are_double_and_a_third_is_single()
    {
        _host.Move(30, 40).Click().Click().Click();
        _host.Until(() => _log.Kinds.Count() == 6);
        Assert.Equal(
            [
                PointerKind.Press, PointerKind.Release, PointerKind.DoublePress, PointerKind.Release, PointerKind.Press,
                PointerKind.Release,
            ],
            _log.Kinds);
        Assert.All(_log.Pointers, e => Assert.Equal((30, 40), (e.X, e.Y)));
    }

    [Fact]
    public void Presses_far_apart_in_time_or_place_are_single()
    {
        _host.Move(30, 40).Click().Click(delay: 500).Move(40, 40).Click();
        _host.Until(() => _log.Kinds.Count() == 6);
        Assert.DoesNotContain(PointerKind.DoublePress, _log.Kinds);
    }

    [Fact]
    public void The_second_button_opens_menus_and_buttons_four_and_five_are_the_wheel()
    {
        _host.Move(30, 40).Click(3).Click(4).Click(5).Click(2).Click(6).Click(7).Click(8).Click(1);
        _host.Until(() => _log.Kinds.Contains(PointerKind.Release));
        Assert.Equal(
            [
                (PointerKind.MenuPress, 0), (PointerKind.Wheel, 1), (PointerKind.Wheel, -1), (PointerKind.Press, 0),
                (PointerKind.Release, 0f),
            ],
            _log.Pointers.Where(e => e.Kind != PointerKind.Move).Select(e => (e.Kind, e.Wheel)));
    }

    [Fact]
    public void The_pointer_comes_and_leaves()
    {
        _host.Move(30, 40);
        _host.Until(() => _log.Pointers is [.., { Kind: PointerKind.Move, X: 30, Y: 40 }]);
        _host.Move(300, 40);
        _host.Until(() => _log.Pointers is [.., { Kind: PointerKind.Leave }]);
    }

    [Fact]
    public void A_pressed_pointer_moves_on_outside_the_window()
    {
        _host.Move(30, 40).Press().Move(-20, 700).Release();
        _host.Until(() => _log.Kinds.Contains(PointerKind.Release));
        Assert.Contains(_log.Pointers, e => e is { Kind: PointerKind.Release, X: < 0, Y: > 150 });
    }

    [Fact]
    public void Shift_and_control_come_with_the_pointer()
    {
        const uint shift = 0xFFE1, control = 0xFFE3;
        _host.Move(30, 40).KeyDown(shift).Press().KeyUp(shift).Release().KeyDown(control).Click(4).KeyUp(control);
        _host.Until(() => _log.Kinds.Contains(PointerKind.Wheel));
        Assert.Equal(
            [(PointerKind.Press, true, false), (PointerKind.Release, false, false), (PointerKind.Wheel, false, true)],
            _log.Pointers.Where(e => e.Kind != PointerKind.Move).Select(e => (e.Kind, e.Shift, e.Control)));
    }

    [Fact]
    public void Of_a_row_of_motions_the_last_is_given_on()
    {
        _host.Move(10, 10);
        _host.Until(() => _log.Pointers.Count > 0);
        _log.Pointers.Clear();
        for (int i = 11; i <= 60; i++)
            _host.Move(i, i);
        _host.Click();
        for (int i = 61; i <= 100; i++)
            _host.Move(i, i);
        _host.Sync();
        // Its reply comes after all events that the server had for the window.
        _window.TakeKeys(true);
        _window.ReadEvents();
        Assert.Equal(
            [(PointerKind.Move, 60), (PointerKind.Press, 60), (PointerKind.Release, 60), (PointerKind.Move, 100f)],
            _log.Pointers.Select(e => (e.Kind, e.X)));
    }

    [Theory]
    [InlineData(200, 150)]
    [InlineData(397, 299)]
    public void The_picture_is_on_the_screen_to_the_pixel(int width, int height)
    {
        using var canvas = NewCanvas(width, height);
        var pixels = PixelsOf(canvas);
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = 0xFF000000 | (uint)(i * 2654435761 % 0x1000000);
        _window.Resize(new(width, height));
        _window.Present(canvas, new(0, 0, width, height));
        uint[] expected = pixels.ToArray();
        _host.Until(() => Shown(width, height).SequenceEqual(expected));
    }

    [Fact]
    public void A_part_of_the_picture_is_put_in_its_place()
    {
        using var canvas = NewCanvas(200, 150);
        PixelsOf(canvas).Fill(0xFF102030);
        _window.Present(canvas, new(0, 0, 200, 150));
        PixelsOf(canvas).Fill(0xFFFFEEDD);
        _window.Present(canvas, new(50, 60, 70, 90));
        _host.Until(() => Shown(200, 150).Count(pixel => pixel == 0xFFFFEEDD) == 20 * 30);
        uint[] shown = Shown(200, 150);
        Assert.Equal(0xFFFFEEDD, shown[(60 * 200) + 50]);
        Assert.Equal(0xFF102030, shown[(60 * 200) + 49]);
        Assert.Equal(0xFFFFEEDD, shown[(89 * 200) + 69]);
        Assert.Equal(0xFF102030, shown[(90 * 200) + 69]);
    }

    [Fact]
    public void Ticks_and_pictures_allocate_nothing()
    {
        using var canvas = NewCanvas(200, 150);
        void Show()
        {
            _window.Tick();
            _window.Present(canvas, new(0, 0, 200, 150));
            _window.TakeKeys(false);
        }
        Show();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Show();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Canvas NewCanvas(int width, int height)
    {
        OpenEditor.LoadSkia();
        var canvas = new Canvas();
        canvas.Resize(width, height, 1);
        return canvas;
    }

    private static unsafe Span<uint> PixelsOf(Canvas canvas) => new((void*)canvas.Pixels, canvas.Width * canvas.Height);

    // With 24 bits to a pixel the fourth byte is of no meaning.
    private uint[] Shown(int width, int height) =>
        [.. MemoryMarshal.Cast<byte, uint>(_host.Pixels(0, 0, width, height)).ToArray().Select(pixel => pixel | 0xFF000000)];
}
