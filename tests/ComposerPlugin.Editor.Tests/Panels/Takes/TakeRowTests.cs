using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>What a musician does with takes, by pointer and by keys.</summary>
public sealed class TakeRowTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create();

    private FakeTakes Takes => _editor.Model.Takes;

    public void Dispose() => _editor.Dispose();

    [Fact]
    public void A_click_plays_a_take_again()
    {
        _editor.Window.Click(_editor.MiddleOf("Take 15"));
        Assert.Equal(["play 15"], Takes.Asked);
    }

    [Fact]
    public void Its_star_keeps_it_or_no_longer()
    {
        _editor.Window.Click(StarOf("Take 15"));
        _editor.View.Tick();
        _editor.Window.Click(StarOf("Take 15"));
        Assert.Equal(["keep 15 True", "keep 15 False"], Takes.Asked);
    }

    [Fact]
    public void The_ends_of_the_row_count_the_takes_that_are_not_seen()
    {
        for (int number = 20; number < 23; number++)
            Takes.Put(FakeTakes.Make(number));
        _editor.View.Tick();
        Assert.Equal("+4", _editor.Find("Earlier takes").Reading);
        Assert.Throws<InvalidOperationException>(() => _editor.Find("Later takes"));
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Earlier takes"), wheel: 1);
        _editor.View.Tick();
        Assert.Equal(("+3", "+2"), (_editor.Find("Earlier takes").Reading, _editor.Find("Later takes").Reading));
        _editor.View.Root!.Focus(_editor.Find("Earlier takes"), isShown: true);
        _editor.Window.Press(Key.Return);
        Assert.Equal("+4", _editor.Find("Later takes").Reading);
        Assert.StartsWith("4 later takes", _editor.Find("Later takes").Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drag_gives_the_file_many_times()
    {
        for (int i = 0; i < 3; i++)
            _editor.Window.Drag(_editor.MiddleOf("Take 16"), new(500, 200));
        Assert.Equal(["drag 16", "drag 16", "drag 16"], Takes.Asked);
        Assert.Equal(3, _editor.Window.Dragged.Count);
        Assert.Equal("/takes/Irish & Scots session - D major - seed 1 - take 16.mid", _editor.Window.Dragged[0]);
    }

    [Fact]
    public void A_click_that_trembles_is_a_click()
    {
        var at = _editor.MiddleOf("Take 16");
        _editor.Window.Drag(at, new(at.X + 3, at.Y + 3));
        Assert.Equal(["play 16"], Takes.Asked);
    }

    [Fact]
    public void Right_click_renames()
    {
        ChooseFromMenu("Take 13", "Rename…");
        _editor.Window.Type("Bridge");
        _editor.Window.Press(Key.Return);
        Assert.Equal(["rename 13 Bridge"], Takes.Asked);
        Assert.Null(_editor.View.Root!.TopPopup);
    }

    [Fact]
    public void Escape_leaves_the_name_as_it_is()
    {
        ChooseFromMenu("Take 13", "Rename…");
        _editor.Window.Type("Bridge");
        _editor.Window.Press(Key.Escape);
        Assert.Empty(Takes.Asked);
        Assert.Null(_editor.View.Root!.TopPopup);
    }

    [Fact]
    public void Right_click_exports_under_a_name()
    {
        ChooseFromMenu("Take 13", "Export…");
        _editor.Window.Type("reel.mid");
        _editor.Window.Press(Key.Return);
        Assert.Equal(["export 13 reel.mid"], Takes.Asked);
    }

    [Fact]
    public void Right_click_shows_the_folder_keeps_and_deletes()
    {
        ChooseFromMenu("Take 13", "Show in folder");
        ChooseFromMenu("Take 14", "Do not keep");
        ChooseFromMenu("Take 15", "Keep in the project");
        ChooseFromMenu("Take 13", "Delete");
        Assert.Equal(["folder", "keep 14 False", "keep 15 True", "delete 13"], Takes.Asked);
        Assert.Throws<InvalidOperationException>(() => _editor.Find("Take 13"));
    }

    [Fact]
    public void A_kept_take_is_not_deleted()
    {
        ChooseFromMenu("Take 14", "Delete");
        Assert.Empty(Takes.Asked);
        Assert.Equal("Take 14 is kept in the project: click its star first, then delete it.", _editor.Find("Status").Reading);
    }

    [Fact]
    public void A_take_that_begins_later_shows_at_once_that_it_was_asked_for()
    {
        byte[] before = Picture();
        Takes.IsSlow = true;
        _editor.Window.Click(_editor.MiddleOf("Take 15"));
        Assert.NotEqual(before, Picture());
        Takes.Begin();
        _editor.View.Tick();
        Assert.EndsWith("plays", _editor.Find("Take 15").Reading, StringComparison.Ordinal);
        byte[] playing = Picture();
        _editor.Window.Click(_editor.MiddleOf("Take 15"));
        Takes.Begin();
        _editor.View.Tick();
        Assert.Equal(playing, Picture());

        byte[] Picture()
        {
            _editor.Window.Point(PointerKind.Leave, new(-1, -1));
            _editor.View.Root!.Invalidate();
            _editor.View.Tick();
            return _editor.ToPng();
        }
    }

    [Fact]
    public void Arrows_go_from_take_to_take_and_keys_act_on_them()
    {
        FocusTakes();
        Assert.Equal("Take 19", _editor.View.Root!.Focused!.Name);
        _editor.Window.Press(Key.Left);
        _editor.Window.Press(Key.Left);
        _editor.Window.Press(Key.Return);
        _editor.Window.Type("k");
        _editor.View.Tick();
        Assert.Equal("Take 17, New take, 6 of 8, plays", _editor.View.Root.Focused!.Reading);
        _editor.Window.Press(Key.Home);
        _editor.Window.Press(Key.Delete);
        Assert.Equal(["play 17", "keep 17 False", "delete 12"], Takes.Asked);
        Assert.Equal("Take 13", _editor.View.Root.Focused!.Name);
        Assert.False(_editor.View.KeyDown(new(Key.None, ' ')));
    }

    [Fact]
    public void The_menu_key_opens_the_menu()
    {
        FocusTakes();
        _editor.Window.Press(Key.Menu);
        Assert.IsType<Menu>(_editor.View.Root!.TopPopup);
    }

    [Fact]
    public void Tab_stops_once_at_the_takes()
    {
        FocusTakes();
        _editor.Window.Press(Key.Tab);
        Assert.NotEqual("Take", _editor.View.Root!.Focused!.Name.Split(' ')[0]);
    }

    [Fact]
    public void Takes_that_do_not_fit_are_reached_by_wheel_and_arrows()
    {
        for (int number = 20; number < 32; number++)
            Takes.Put(FakeTakes.Make(number));
        _editor.View.Tick();
        Assert.InRange(_editor.MiddleOf("Take 31").X, 900, 1022);
        Assert.True(_editor.MiddleOf("Take 20").X < 100);
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Take 31"), wheel: 1);
        Assert.InRange(_editor.MiddleOf("Take 30").X, 900, 1022);
        _editor.Window.Click(_editor.MiddleOf("Earlier takes"));
        Assert.InRange(_editor.MiddleOf("Take 24").X, 900, 1022);
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Take 24"), wheel: 99);
        Assert.Throws<InvalidOperationException>(() => _editor.Find("Earlier takes"));
        Assert.InRange(_editor.MiddleOf("Take 12").X, 18, 100);
    }

    [Fact]
    public void Errors_of_files_are_said()
    {
        var host = new LoneHost();
        var takes = new FakeTakes { IsFull = true };
        using var list = new TakeRow(takes);
        list.Enter(host);
        list.Bounds = SKRect.Create(0, 0, 1004, 50);
        list.Tick();
        var card = list.Children[2];
        card.Pointer(new(PointerKind.Press, card.Bounds.MidX, 25));
        card.Pointer(new(PointerKind.Move, card.Bounds.MidX + 9, 25));
        Assert.Equal(["The take was not written: The disk is full."], host.Said);
        Assert.Empty(host.Dragged);
    }

    [Fact]
    public void A_tick_without_a_change_allocates_nothing()
    {
        _editor.View.Tick();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            _editor.View.Root!.Invalidate();
            _editor.View.Tick();
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private SKPoint StarOf(string name)
    {
        var bounds = _editor.Find(name).Bounds;
        return new(bounds.Right - 13, bounds.Top + 10);
    }

    private void FocusTakes()
    {
        do
            _editor.Window.Press(Key.Tab);
        while (!_editor.View.Root!.Focused!.Name.StartsWith("Take ", StringComparison.Ordinal));
    }

    // By its first letters, as far as they are needed.
    private void ChooseFromMenu(string take, string entry)
    {
        _editor.Window.Point(PointerKind.Move, _editor.MiddleOf(take));
        _editor.Window.Point(PointerKind.MenuPress, _editor.MiddleOf(take));
        var menu = Assert.IsType<Menu>(_editor.View.Root!.TopPopup);
        for (int i = 0; i < 10 && menu.Reading != entry; i++)
            _editor.Window.Press(Key.Down);
        Assert.Equal(entry, menu.Reading);
        _editor.Window.Press(Key.Return);
        _editor.View.Tick();
    }
}
