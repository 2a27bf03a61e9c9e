using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

public class StyleBrowserTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create();

    public StyleBrowserTests()
    {
        _editor.Click("Style");
        _editor.View.Tick();
    }

    private FakeStyles Styles => _editor.Model.Styles;

    private StyleRows List => (StyleRows)_editor.Find("List of styles");

    private StyleCardView Card => (StyleCardView)_editor.Find("About the style");

    private IEnumerable<string> Shown => List.Rows.Select(row => row.Text.Text);

    public void Dispose()
    {
        _editor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Styles_stand_in_groups_and_favourites_above_them()
    {
        Assert.Equal(["Favourites", "Early jazz", "My jam", "Came with the plugin", "Irish & Scots session"], Shown.Take(5));
        Assert.Equal(["Your own", "My jam", "Late night riffs"], Shown.TakeLast(3));
    }

    [Fact]
    public void The_style_in_use_is_chosen_and_its_card_shown()
    {
        Assert.Equal("Irish & Scots session, in use", List.Reading);
        Assert.Equal("Irish & Scots session. Session tunes of Ireland and Scotland: jigs, reels, hornpipes.", Card.Reading);
        Assert.Equal(
            [
                "Model Recurrent network (GRU)",
                "Training data Tunes in the public domain (O'Neill's Music of Ireland 1903), transcribed by volunteers. "
                    + "The weights are under the MIT licence.",
                "Trained on 2,885 pieces, 491,528 notes",
            ],
            Card.Facts.Take(3).Select(fact => $"{fact.Label.Text} {string.Join(' ', fact.Value.Texts)}"));
    }

    [Fact]
    public void The_search_has_the_keys_at_once()
    {
        Assert.Equal("Search styles", _editor.View.Root!.Focused?.Name);
        Assert.True(_editor.Window.HasKeys);
        _editor.Window.Type("bach");
        Assert.Equal(["Came with the plugin", "Bach soprano", "Bach chorale, four parts"], Shown);
        Assert.Equal("Bach soprano", List.Reading);
        _editor.View.Tick();
        Assert.StartsWith("Bach soprano.", Card.Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void All_words_are_searched_in_both_groups_and_nothing_twice()
    {
        _editor.Window.Type("SESS ir");
        Assert.Equal(["Came with the plugin", "Irish & Scots session"], Shown);
        Clear();
        _editor.Window.Type("ja");
        Assert.Equal(["Came with the plugin", "Early jazz", "Japanese songs 1895", "Your own", "My jam"], Shown);
    }

    [Fact]
    public void A_search_without_a_match_says_so_and_can_be_taken_back()
    {
        _editor.Window.Type("xyz");
        Assert.Empty(Shown);
        Assert.Equal("No style has this name.", List.Reading);
        Assert.Equal("", Card.Reading);
        Assert.False(((Button)_editor.Find("Use this style")).IsEnabled);
        _editor.Window.Press(Key.Return);
        Assert.Empty(Styles.Asked);
        Clear();
        Assert.Equal("Irish & Scots session, in use", List.Reading);
    }

    [Fact]
    public void Arrows_move_over_the_headings_and_return_uses_the_style()
    {
        _editor.Window.Press(Key.Up);
        Assert.Equal("My jam, favourite", List.Reading);
        _editor.Window.Press(Key.Down);
        _editor.Window.Press(Key.Down);
        Assert.Equal("Bach soprano", List.Reading);
        _editor.Window.Press(Key.Return);
        Assert.Equal(["choose preset-1"], Styles.Asked);
        // It is heard at once, and the browser stays.
        _editor.View.Tick();
        Assert.Equal("Bach soprano, in use", List.Reading);
        Assert.True(_editor.Has("Styles"));
        _editor.Window.Press(Key.Return);
        Assert.Equal(["choose preset-1"], Styles.Asked);
    }

    [Fact]
    public void The_list_follows_the_keys_to_both_ends()
    {
        for (int i = 0; i < 40; i++)
            _editor.Window.Press(Key.Down);
        Assert.Equal("Late night riffs", List.Reading);
        var last = List.Rows[^1];
        Assert.InRange(last.Bottom - List.ScrollTop, 0, List.Bounds.Height);
        _editor.Window.Press(Key.PageUp);
        Assert.NotEqual("Late night riffs", List.Reading);
        for (int i = 0; i < 5; i++)
            _editor.Window.Press(Key.PageUp);
        Assert.Equal("Early jazz, favourite", List.Reading);
        Assert.Equal(0, List.ScrollTop);
    }

    [Fact]
    public void Escape_closes_and_leaves_the_keys_to_the_host()
    {
        _editor.Window.Press(Key.Escape);
        Assert.False(_editor.Has("Styles"));
        Assert.False(_editor.Window.HasKeys);
    }

    [Fact]
    public void A_click_shows_the_card_and_does_not_use_the_style()
    {
        _editor.Window.Click(PlaceOf("Hymn"));
        _editor.View.Tick();
        Assert.StartsWith("Hymn.", Card.Reading, StringComparison.Ordinal);
        Assert.Empty(Styles.Asked);
        // Keys are still the search's.
        _editor.Window.Type("b");
        Assert.Contains("Bach soprano", Shown);
        Assert.DoesNotContain("Hymn", Shown);
    }

    [Fact]
    public void A_double_click_uses_the_style()
    {
        var place = PlaceOf("Hymn");
        _editor.Window.Click(place);
        _editor.Window.Point(PointerKind.DoublePress, place);
        _editor.Window.Point(PointerKind.Release, place);
        Assert.Equal(["choose preset-4"], Styles.Asked);
        Assert.True(_editor.Has("Styles"));
    }

    [Fact]
    public void The_star_marks_and_the_rows_stay_under_the_pointer()
    {
        var place = PlaceOf("Hymn");
        var star = new SKPoint(List.Bounds.Right - 24, place.Y);
        List.Pointer(new(PointerKind.Wheel, star.X, star.Y, -2));
        star = new(star.X, PlaceOf("Hymn").Y);
        _editor.Window.Click(star);
        Assert.Equal(["mark preset-4 True"], Styles.Asked);
        _editor.View.Tick();
        Assert.Equal(star.Y, PlaceOf("Hymn").Y);
        Assert.Equal(["Favourites", "Hymn", "Early jazz", "My jam"], Shown.Take(4));
        // The chosen style is still the one before.
        Assert.Equal("Irish & Scots session, in use", List.Reading);
        _editor.Window.Click(star);
        Assert.Equal("mark preset-4 False", Styles.Asked[^1]);
    }

    [Fact]
    public void Buttons_use_mark_and_show_the_folder()
    {
        _editor.Window.Press(Key.Down);
        _editor.View.Tick();
        _editor.Click("Use this style");
        _editor.Click("Show folder");
        _editor.Click("Favourite");
        Assert.Equal(["choose preset-1", "folder preset-1", "mark preset-1 True"], Styles.Asked);
        _editor.View.Tick();
        Assert.Equal("on", _editor.Find("Favourite").Reading);
        Assert.False(((Button)_editor.Find("Use this style")).IsEnabled);
        Assert.Equal("Search styles", _editor.View.Root!.Focused?.Name);
    }

    [Fact]
    public void Everything_is_reached_by_tab()
    {
        _editor.Window.Press(Key.Down);
        _editor.View.Tick();
        var reached = new List<string?>();
        for (int i = 0; i < 5; i++)
        {
            reached.Add(_editor.View.Root!.Focused?.Name);
            _editor.Window.Press(Key.Tab);
        }
        Assert.Equal(["Search styles", "Use this style", "Show folder", "Favourite", "Close"], reached);
        _editor.Window.Press(Key.Tab);
        _editor.Window.Press(Key.Return);
        Assert.Equal(["choose preset-1"], Styles.Asked);
    }

    [Fact]
    public void Groups_hide_when_they_are_empty()
    {
        Styles.Remove(style => !style.IsPreset || style.IsFavourite);
        _editor.View.Tick();
        Assert.Equal("Came with the plugin", Shown.First());
        Assert.DoesNotContain("Favourites", Shown);
        Assert.DoesNotContain("Your own", Shown);
        Styles.Remove(_ => true);
        _editor.View.Tick();
        Assert.Equal("No style is installed.", List.Reading);
    }

    [Fact]
    public void The_wheel_and_the_thumb_scroll()
    {
        var place = new SKPoint(List.Bounds.MidX, List.Bounds.MidY);
        _editor.Window.Point(PointerKind.Wheel, place, wheel: -1);
        Assert.Equal(54, List.ScrollTop);
        _editor.Window.Point(PointerKind.Wheel, place, wheel: -100);
        float most = List.ScrollTop;
        Assert.InRange(List.Rows[^1].Bottom - most, 0, List.Bounds.Height);
        _editor.Window.Drag(new(List.Bounds.Right - 5, List.Bounds.Bottom - 20), new(List.Bounds.Right - 5, List.Bounds.Top));
        Assert.Equal(0, List.ScrollTop);
        Assert.Empty(Styles.Asked);
    }

    [Fact]
    public void What_became_of_a_dropped_folder_is_said_here_too_and_a_new_style_appears()
    {
        _editor.Window.Drop("/home/me/Slow airs");
        Styles.Add("Slow airs");
        _editor.View.Tick();
        Assert.Equal("Slow airs", Shown.Last());
        Assert.Equal("Slow airs is the phrase now: New take answers it.", _editor.Find("Styles").Reading);
    }

    [Fact]
    public void Long_texts_are_cut_and_facts_that_do_not_fit_are_left_out()
    {
        Styles.Card = TestStyles.Long;
        Styles.Add("A style with a name that is so long that no list of any width could ever show all of it");
        _editor.View.Tick();
        for (int i = 0; i < 40; i++)
            _editor.Window.Press(Key.Down);
        _editor.View.Tick();
        Assert.All(List.Rows, row => Assert.True(row.Text.Width <= List.Bounds.Width - 70));
        Assert.EndsWith("…", Shown.Last(), StringComparison.Ordinal);
        Golden.Check(_editor, "styles-long", Picture);
    }

    [Fact]
    public void The_browser_makes_no_garbage() => PanelAllocation.AssertNone(_editor);

    [Fact]
    public void The_browser_looks_like_its_picture() => Golden.Check(_editor, "styles", Picture);

    [Fact]
    public void The_light_browser_looks_like_its_picture()
    {
        _editor.Model.Settings = _editor.Model.Settings with { IsLight = true };
        _editor.Window.Type("ba");
        _editor.View.Tick();
        Golden.Check(_editor, "styles-light", Picture);
    }

    private SKRect Picture => OpenEditor.InsideOf(_editor.Find("Styles").Bounds);

    private void Clear()
    {
        for (int i = 0; i < 10; i++)
            _editor.Window.Press(Key.Backspace);
    }

    private SKPoint PlaceOf(string name)
    {
        var row = List.Rows.Last(row => row.Text.Text == name);
        return new(List.Bounds.Left + 60, List.Bounds.Top + 4 + row.Top + (row.Height / 2) - List.ScrollTop);
    }
}
