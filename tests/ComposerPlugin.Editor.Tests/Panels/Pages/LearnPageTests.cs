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
}
