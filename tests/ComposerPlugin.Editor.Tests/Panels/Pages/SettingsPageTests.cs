namespace ComposerPlugin.Editor.Tests;

public class SettingsPageTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create();

    public SettingsPageTests()
    {
        var place = _editor.Find("Settings").Bounds;
        _editor.Window.Click(new(place.MidX, place.MidY));
        _editor.View.Tick();
    }

    public void Dispose()
    {
        _editor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_is_set_is_shown()
    {
        Assert.Equal(["100 %", "Dark", "On"], On());
        _editor.Model.Settings = new() { Size = 125, IsLight = true, ShowsTooltips = false, HasSeenFirstRun = true };
        _editor.View.Tick();
        Assert.Equal(["125 %", "Light", "Off"], On());
    }

    [Fact]
    public void The_size_is_asked_of_the_host_and_the_page_stays_open()
    {
        _editor.Click("150 %");
        _editor.View.Tick();
        Assert.Equal(new EditorSize(1560, 990), _editor.Requested);
        Assert.Equal(150, _editor.Model.Settings.Size);
        // The drawing is the same, so the next size is found in its place.
        _editor.Click("75 %");
        _editor.View.Tick();
        Assert.Equal(new EditorSize(780, 495), _editor.Requested);
    }

    [Fact]
    public void A_size_that_does_not_fit_on_the_screen_is_not_offered()
    {
        _editor.Window.Screens = new(1920, 1080);
        _editor.Window.Press(Key.Escape);
        _editor.Click("Settings");
        _editor.View.Tick();
        _editor.Click("200 %");
        _editor.Click("175 %");
        _editor.View.Tick();
        Assert.Null(_editor.Requested);
        Assert.Equal("The window would be larger than the screen.", _editor.Find("175 %").Help);
        _editor.Click("150 %");
        _editor.View.Tick();
        Assert.Equal(150, _editor.Model.Settings.Size);
    }

    [Fact]
    public void Theme_and_tooltips_change_at_once()
    {
        _editor.Click("Light");
        _editor.View.Tick();
        Assert.True(_editor.Model.Settings.IsLight);
        Assert.Same(Theme.Light, ((IWidgetHost)_editor.View).Theme);
        _editor.Click("Off");
        _editor.View.Tick();
        Assert.False(_editor.Model.Settings.ShowsTooltips);
        Assert.Equal(["100 %", "Light", "Off"], On());
    }

    [Theory]
    [InlineData("MIDI learn…", "MIDI learn")]
    [InlineData("Routing…", "Routing: how to hear it")]
    [InlineData("First steps…", "Play a phrase, and it goes on")]
    public void It_leads_to_the_other_pages(string button, string page)
    {
        _editor.Click(button);
        Assert.True(_editor.Has(page));
        Assert.False(_editor.Has("100 %"));
        _editor.Window.Press(Key.Escape);
        Assert.False(_editor.Has(page));
    }

    [Fact]
    public void It_is_used_by_keys()
    {
        for (int i = 0; i < 8; i++)
            _editor.Window.Press(Key.Tab);
        Assert.Equal("Light", _editor.View.Root!.Focused?.Name);
        _editor.Window.Press(Key.Return);
        Assert.True(_editor.Model.Settings.IsLight);
    }

    [Fact]
    public void The_page_makes_no_garbage() => PanelAllocation.AssertNone(_editor);

    [Fact]
    public void The_page_looks_like_its_picture() => Golden.Check(_editor, "settings", OpenEditor.InsideOf(Page.Bounds));

    private Widget Page => _editor.View.Root!.TopPopup!;

    private IEnumerable<string> On() => Page.Children.Where(child => child.Reading == "on").Select(child => child.Name);
}
