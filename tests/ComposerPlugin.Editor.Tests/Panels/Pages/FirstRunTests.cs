namespace ComposerPlugin.Editor.Tests;

public class FirstRunTests : IDisposable
{
    private const string Card = "Play a phrase, and it goes on";

    private OpenEditor _editor;

    public FirstRunTests() => _editor = OpenEditor.Create(new() { Settings = new() });

    public void Dispose()
    {
        _editor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_card_opens_once()
    {
        Assert.True(_editor.Has(Card));
        _editor.Click("Start playing");
        Assert.False(_editor.Has(Card));
        Assert.True(_editor.Model.Settings.HasSeenFirstRun);
        Reopen();
        Assert.False(_editor.Has(Card));
    }

    [Fact]
    public void A_window_that_closes_with_its_card_shows_it_again()
    {
        Reopen();
        Assert.True(_editor.Has(Card));
    }

    [Fact]
    public void A_click_beside_the_card_closes_it()
    {
        _editor.Window.Click(new(20, 640));
        Assert.False(_editor.Has(Card));
        Assert.True(_editor.Model.Settings.HasSeenFirstRun);
    }

    [Fact]
    public void Keys_stay_with_the_host()
    {
        Assert.False(_editor.View.KeyDown(new(Key.None, ' ')));
        Assert.False(_editor.View.KeyDown(new(Key.Return, '\r')));
        Assert.False(_editor.View.KeyDown(new(Key.None, 'r')));
        _editor.Window.Point(PointerKind.Move, _editor.MiddleOf(Card));
        Assert.False(_editor.Window.HasKeys);
        Assert.True(_editor.Has(Card));
    }

    [Fact]
    public void The_routing_page_is_one_click_away()
    {
        _editor.Click("Routing…");
        Assert.False(_editor.Has(Card));
        Assert.True(_editor.Has("Routing: how to hear it"));
        Assert.True(_editor.Model.Settings.HasSeenFirstRun);
    }

    [Fact]
    public void The_card_makes_no_garbage() => PanelAllocation.AssertNone(_editor);

    [Fact]
    public void The_card_looks_like_its_picture() => Golden.Check(_editor, "first-run", OpenEditor.InsideOf(_editor.Find(Card).Bounds));

    private void Reopen()
    {
        var model = _editor.Model;
        _editor.Dispose();
        _editor = OpenEditor.Create(model);
    }
}
