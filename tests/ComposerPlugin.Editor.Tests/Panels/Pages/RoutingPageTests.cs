using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

public class RoutingPageTests : IDisposable
{
    private OpenEditor _editor = OpenEditor.Create();

    private SKRect Picture => OpenEditor.InsideOf(_editor.Find("Routing: how to hear it").Bounds);

    public void Dispose()
    {
        _editor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("Live", "Ableton Live")]
    [InlineData("Ableton Live 12 Suite", "Ableton Live")]
    [InlineData("LiveProfessor", "LiveProfessor")]
    [InlineData("Cubase Pro 14", "Cubase, Nuendo")]
    [InlineData("Nuendo", "Cubase, Nuendo")]
    [InlineData("FL Studio 2024", "FL Studio")]
    [InlineData("REAPER", "REAPER")]
    [InlineData("Bitwig Studio", "Bitwig Studio")]
    [InlineData("Studio One Pro", "Studio One")]
    [InlineData("Ardour", "Ardour")]
    [InlineData("Logic Pro", "Logic Pro")]
    [InlineData("JUCE VST3 Host", "Modular hosts")]
    [InlineData("AudioPluginHost", "Modular hosts")]
    [InlineData("Some Other Host", "Some Other Host")]
    [InlineData("", "Another host")]
    public void The_page_opens_at_the_host_that_the_plugin_is_in(string name, string guide)
    {
        Open(name);
        Assert.StartsWith($"{(guide == name && HostGuides.Find(name) == HostGuides.All.Length - 1 ? "Another host" : guide)}:",
            _editor.Find("Routing: how to hear it").Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_guide_has_two_to_four_steps_and_a_picture_that_fits()
    {
        Open("REAPER");
        var page = _editor.Find("Routing: how to hear it");
        var picture = (RoutingPicture)_editor.Find("The way of the notes");
        _editor.View.Root!.Focus(_editor.Find("Hosts"), isShown: true);
        var seen = new HashSet<string>();
        for (int i = 0; i < HostGuides.All.Length; i++)
        {
            string host = _editor.Find("Hosts").Reading;
            seen.Add(host);
            var guide = Array.Find(HostGuides.All, guide => guide.Name == host)!;
            Assert.InRange(guide.Steps.Length, 2, 4);
            Assert.Equal(guide.Boxes.Length, picture.Places.Count());
            Assert.All(picture.Places, place => Assert.True(
                place.Left >= picture.Bounds.Left + 14 && place.Right <= picture.Bounds.Right - 14, $"{host}: {place}"));
            Assert.All(picture.Places.Zip(picture.Places.Skip(1)), pair => Assert.True(pair.Second.Left - pair.First.Right >= 30, host));
            var steps = ((RoutingPage)page).StepsPlace;
            Assert.True(steps.Bottom <= _editor.Find("Checks").Bounds.Top - 14, $"The steps of {host} end at {steps.Bottom}.");
            _editor.Window.Press(Key.Down);
        }
        Assert.Equal(HostGuides.All.Length, seen.Count);
    }

    [Fact]
    public void What_we_have_not_tried_is_said()
    {
        Open("Cubase");
        Assert.EndsWith("Not tried by us yet: tell us if your host does it otherwise.", _editor.Find("Routing: how to hear it").Reading,
            StringComparison.Ordinal);
        Open("Ardour");
        Assert.EndsWith("Tried by us with Ardour 7.3.", _editor.Find("Routing: how to hear it").Reading, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_host_is_chosen_by_click()
    {
        Open("Live");
        var hosts = _editor.Find("Hosts").Bounds;
        // The second row of the others: the first is Ardour.
        _editor.Window.Click(new(hosts.MidX, hosts.Top + 28 + 28 + 28 + 28 + 14));
        Assert.Equal("Bitwig Studio", _editor.Find("Hosts").Reading);
        Assert.Equal("Your keyboard → Composer → Instrument", _editor.Find("The way of the notes").Reading);
    }

    [Fact]
    public void The_checks_follow_the_audio_thread()
    {
        Open("REAPER");
        Assert.Equal("MIDI arrives. The host takes the plugin's notes. If you hear none, check the steps above.", Checks());
        _editor.Model.Roll.Update(FakeModel.Snapshot(500) with { PlayedNotes = 0, SentNotes = 0 });
        Assert.Equal(
            "No MIDI arrives here yet: play a key, and check that the track is armed. "
            + "The host listens for the plugin's notes. None has been sent yet.", Checks());
        _editor.Model.Roll.Update(FakeModel.Snapshot(500) with { HasOutput = false });
        Assert.Equal("MIDI arrives. The host does not take the plugin's notes: send them to an instrument, as above.", Checks());
        _editor.Model.Roll.Update(default);
        Assert.StartsWith("The host has not run the plugin yet: turn the host's audio on.", Checks(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_makes_no_garbage()
    {
        Open("Live");
        PanelAllocation.AssertNone(_editor);
    }

    [Theory]
    [InlineData("REAPER", "routing-reaper")]
    [InlineData("Live", "routing-live")]
    [InlineData("FL Studio", "routing-fl")]
    public void The_page_looks_like_its_picture(string host, string name)
    {
        Open(host);
        if (host == "FL Studio")
            _editor.Model.Roll.Update(FakeModel.Snapshot(500) with { PlayedNotes = 0, HasOutput = false });
        _editor.View.Tick();
        Golden.Check(_editor, name, Picture);
    }

    [Fact]
    public void The_light_page_looks_like_its_picture()
    {
        Open("Cubase", light: true);
        Golden.Check(_editor, "routing-light", Picture);
    }

    private string Checks()
    {
        _editor.View.Tick();
        return _editor.Find("Checks").Reading;
    }

    private void Open(string host, bool light = false)
    {
        _editor.Dispose();
        var model = new FakeModel { HostName = host };
        model.Settings = model.Settings with { IsLight = light };
        _editor = OpenEditor.Create(model);
        ((IWidgetHost)_editor.View).OpenPopup(new RoutingPage(model));
        _editor.View.Tick();
    }
}
