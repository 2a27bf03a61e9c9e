using ComposerPlugin.Tests.Published;

namespace ComposerPlugin.Tests.Window;

/// <summary>
/// The pictures of docs/window.md, taken in the JUCE host while it plays. Not a test: with COMPOSER_PICTURES=FOLDER it writes them there.
/// </summary>
public class WindowPictures
{
    private const string Dark = """{"seen-first-run": true}""", Light = """{"seen-first-run": true, "theme": "light"}""";
    private const string Large = """{"seen-first-run": true, "size": 200}""";
    private const string LargeLight = """{"seen-first-run": true, "size": 200, "theme": "light"}""";

    // A test's working folder is that of its program: the name is seen from the repository.
    private static string? Folder =>
        Environment.GetEnvironmentVariable("COMPOSER_PICTURES") is { Length: > 0 } folder ? Repository.File(folder) : null;

    [Fact]
    public void Pictures_of_the_window()
    {
        Assert.SkipWhen(Folder is null, "COMPOSER_PICTURES names no folder.");
        Assert.SkipWhen((JuceHost.Missing ?? Display.Missing) is not null, "The JUCE host or the screen is missing.");
        Directory.CreateDirectory(Folder!);
        using (var tour = new Tour(Folder!, Dark))
        {
            WithTakes(tour).Take("playing");
            tour.Lock(new(0.55f, 0.1f, 0.98f, 0.45f)).Take("locks");
            tour.OpenMenu("Take 12").Take("menu-take").Escape();
            tour.OpenMenu("Density").Take("menu-control").Escape();
            tour.Click("More…").Take("more").Escape();
            tour.Click("Settings").Take("settings").Click("MIDI learn…").Take("learn").Escape();
            tour.Click("Settings").Click("Routing…").Take("routing").Escape();
            tour.Click("Style").Take("styles");
        }
        using (var tour = new Tour(Folder!, Light))
            WithTakes(tour).Take("light");
        using (var tour = new Tour(Folder!, Large, zoom: 2))
            WithTakes(tour).Take("playing-200");
        using (var tour = new Tour(Folder!, LargeLight, zoom: 2))
            WithTakes(tour).Take("light-200");
        using (var tour = new Tour(Folder!, "{}"))
            tour.Take("first-run");
    }

    private static Tour WithTakes(Tour tour) =>
        tour.AwaitTake(1).Press("New take").AwaitTake(2).Press("New take").AwaitTake(3).Press("New take").AwaitTake(4);
}
