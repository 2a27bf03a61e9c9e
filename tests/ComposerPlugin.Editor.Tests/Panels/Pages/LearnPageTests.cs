namespace ComposerPlugin.Editor.Tests;

public class LearnPageTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create();

    public LearnPageTests()
    {
        ((IWidgetHost)_editor.View).OpenPopup(new LearnPage(_editor.Model));
        _editor.View.Tick();
    }

    private FakeMidiLearn Learn => _editor.Model.MidiLearn;

    public void Dispose()
    {
        _editor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_button_learns_and_the_same_button_cancels()
    {
        _editor.Click("Learn Keep take");
        _editor.View.Tick();
        Assert.Equal("on", _editor.Find("Learn Keep take").Reading);
        _editor.Click("Learn Keep take");
        _editor.View.Tick();
        Assert.Equal("", _editor.Find("Learn Keep take").Reading);
        Assert.Equal(["learn 2", "learn -1"], Learn.Asked);
    }

    [Fact]
    public void Another_button_learns_instead()
    {
        _editor.Click("Learn Keep take");
        _editor.View.Tick();
        _editor.Click("Learn Capture A");
        _editor.View.Tick();
        Assert.Equal("", _editor.Find("Learn Keep take").Reading);
        Assert.Equal("on", _editor.Find("Learn Capture A").Reading);
    }

    [Fact]
    public void The_first_escape_ends_learning_and_the_second_closes()
    {
        _editor.Click("Learn Keep take");
        _editor.Window.Press(Key.Escape);
        Assert.Equal(-1, Learn.Learning);
        Assert.True(_editor.Has("MIDI learn"));
        _editor.Window.Press(Key.Escape);
        Assert.False(_editor.Has("MIDI learn"));
    }

    [Fact]
    public void A_page_that_is_closed_ends_learning()
    {
        _editor.Click("Learn Keep take");
        _editor.Click("Close");
        Assert.Equal(["learn 2", "learn -1"], Learn.Asked);
    }

    [Fact]
    public void Forgetting_can_be_chosen_while_something_is_mapped()
    {
        _editor.Click("Forget all");
        _editor.View.Tick();
        Assert.Equal(["forget all"], Learn.Asked);
        Assert.False(((Button)_editor.Find("Forget all")).IsEnabled);
        _editor.Click("Forget all");
        Assert.Equal(["forget all"], Learn.Asked);
    }

    [Fact]
    public void Controls_are_listed_once_they_have_learned()
    {
        Assert.False(_editor.Has("Learn Density"));
        Learn.Map("Density", "controller 21, channel 1");
        _editor.View.Tick();
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Learn Keep take"), wheel: -1);
        _editor.Click("Learn Density");
        _editor.View.Tick();
        Assert.Equal("on", _editor.Find("Learn Density").Reading);
        Assert.Equal([$"learn {Learn.IndexOf("Density")}"], Learn.Asked);
        // It stays while the page is open.
        _editor.Click("Forget all");
        _editor.View.Tick();
        Assert.True(_editor.Has("Learn Density"));
    }

    [Fact]
    public void The_page_grows_with_the_controls_that_have_learned()
    {
        float before = _editor.Find("MIDI learn").Bounds.Height;
        _editor.Window.Press(Key.Escape);
        Learn.Map("Swing", "controller 22, channel 1");
        ((IWidgetHost)_editor.View).OpenPopup(new LearnPage(_editor.Model));
        Assert.Equal(before + 32, _editor.Find("MIDI learn").Bounds.Height);
        Assert.True(_editor.Has("Learn Swing"));
    }

    [Fact]
    public void Rows_without_room_are_reached_by_the_wheel()
    {
        MapAll();
        Assert.True(_editor.Has("Learn New take"));
        Assert.False(_editor.Has("Learn Grid"));
        var row = _editor.MiddleOf("Learn Keep take");
        _editor.Window.Point(PointerKind.Wheel, row, wheel: -30);
        Assert.False(_editor.Has("Learn New take"));
        Assert.True(_editor.Has("Learn Grid"));
        Assert.True(_editor.Find("Learn Grid").Bounds.Bottom < _editor.Find("Forget all").Bounds.Top);
        _editor.Window.Point(PointerKind.Wheel, new(row.X - 200, row.Y), wheel: 30);
        Assert.True(_editor.Has("Learn New take"));
    }

    [Fact]
    public void Rows_without_room_are_reached_by_keys()
    {
        MapAll();
        _editor.Window.Press(Key.Tab);
        var first = _editor.Find("Learn New take");
        Assert.Equal(first, _editor.View.Root!.Focused);
        for (int i = 0; i < 20; i++)
            _editor.Window.Press(Key.Down);
        Assert.Equal(_editor.Find("Learn Grid"), _editor.View.Root!.Focused);
        for (int i = 0; i < 20; i++)
            _editor.Window.Press(Key.Up);
        Assert.Equal(first, _editor.View.Root!.Focused);
        // A button out of sight is not pressed.
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Learn Keep take"), wheel: -30);
        _editor.Window.Press(Key.Return);
        Assert.Empty(Learn.Asked);
    }

    [Fact]
    public void The_page_makes_no_garbage()
    {
        _editor.Click("Learn Keep take");
        PanelAllocation.AssertNone(_editor);
    }

    [Fact]
    public void The_page_looks_like_its_picture()
    {
        _editor.Click("Learn Previous take");
        _editor.Window.Point(PointerKind.Leave, default);
        _editor.View.Tick();
        Golden.Check(_editor, "learn", OpenEditor.InsideOf(_editor.Find("MIDI learn").Bounds));
    }

    [Fact]
    public void A_long_page_looks_like_its_picture()
    {
        MapAll();
        _editor.Window.Point(PointerKind.Wheel, _editor.MiddleOf("Learn Keep take"), wheel: -3);
        _editor.Click("Learn Density");
        _editor.Window.Point(PointerKind.Leave, default);
        _editor.View.Tick();
        Golden.Check(_editor, "learn-long", OpenEditor.InsideOf(_editor.Find("MIDI learn").Bounds));
    }

    // Opened again: more rows than the window has room for.
    private void MapAll()
    {
        _editor.Window.Press(Key.Escape);
        for (int i = Learn.TriggerCount; i < Learn.Learners.Count; i++)
            Learn.Map(Learn.Learners[i].Title, $"controller {20 + i}, channel 1");
        ((IWidgetHost)_editor.View).OpenPopup(new LearnPage(_editor.Model));
        _editor.View.Tick();
    }
}
