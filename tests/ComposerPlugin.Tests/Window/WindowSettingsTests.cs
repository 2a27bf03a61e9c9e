using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Editor;

namespace ComposerPlugin.Tests.Window;

/// <summary>How windows look, in the musician's file and in projects.</summary>
public sealed class WindowSettingsTests : IDisposable
{
    private static readonly EditorSettings _unlikeDefault =
        new() { Size = 150, IsLight = true, ShowsTooltips = false, HasSeenFirstRun = true };

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["window.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_set_is_read_by_the_next_instance()
    {
        var settings = new WindowSettings(System.IO.Path.Combine(_folder.Path, "new", "window.json"));
        Assert.Equal(EditorSettings.Default, settings.Default);
        Assert.Empty(settings.Favourites);
        settings.Default = _unlikeDefault;
        settings.Favourites = ["hymn", "own/hymn"];
        Assert.Equal(_unlikeDefault, settings.Default);
        Assert.Equal(["hymn", "own/hymn"], settings.Favourites);
        settings.Default = EditorSettings.Default;
        Assert.Equal(["hymn", "own/hymn"], settings.Favourites);
        Assert.Single(Directory.GetFileSystemEntries(System.IO.Path.Combine(_folder.Path, "new")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"size\": 150")]
    [InlineData("\u0000\u0001")]
    [InlineData("""{"theme": "\ud800"}""")]
    [InlineData("""{"\ud800": 1}""")]
    [InlineData("""{"favourites": ["\udc00"]}""")]
    public void A_damaged_file_is_as_if_it_were_not_there_and_is_written_anew(string text)
    {
        File.WriteAllText(Path, text);
        var settings = new WindowSettings(Path);
        Assert.Equal(EditorSettings.Default, settings.Default);
        Assert.Empty(settings.Favourites);
        settings.Default = _unlikeDefault;
        Assert.Equal(_unlikeDefault, settings.Default);
    }

    [Theory]
    [InlineData("""{"size": "150", "theme": 1, "tooltips": "no", "seen-first-run": null, "favourites": {"a": 1}}""")]
    [InlineData("""{"size": 1e99, "theme": [], "tooltips": 0, "favourites": "hymn"}""")]
    [InlineData("""{"size": 101, "theme": "LIGHT", "favourites": [7, null, ["hymn"]]}""")]
    [InlineData("""{"size": -100}""")]
    public void Values_that_are_not_valid_have_their_defaults(string text)
    {
        File.WriteAllText(Path, text);
        Assert.Equal(EditorSettings.Default, new WindowSettings(Path).Default);
        Assert.Empty(new WindowSettings(Path).Favourites);
    }

    [Fact]
    public void Keys_of_a_later_version_are_kept()
    {
        File.WriteAllText(Path, """{"later": {"a": [1, 2]}, "size": 75}""");
        new WindowSettings(Path).Default = _unlikeDefault;
        new WindowSettings(Path).Favourites = ["hymn"];
        var json = JsonNode.Parse(File.ReadAllText(Path))!;
        Assert.Equal("[1,2]", json["later"]!["a"]!.ToJsonString());
        Assert.Equal(150, (int)json["size"]!);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_window_as_it_is()
    {
        // A user's file permissions do not bind root, who runs some of these tests: a folder in the file's place does.
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "inside"));
        var settings = new WindowSettings(Path);
        settings.Default = _unlikeDefault;
        settings.Favourites = ["hymn"];
        Assert.Equal(EditorSettings.Default, settings.Default);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));

        // And a file in the folder's place.
        File.WriteAllText(_folder["file"], "");
        var below = new WindowSettings(_folder["file/window.json"]);
        below.Default = _unlikeDefault;
        Assert.Equal(EditorSettings.Default, below.Default);
    }

    [Fact]
    public void A_huge_file_and_a_device_are_not_read()
    {
        File.WriteAllText(Path, $$"""{"size": 150, "padding": "{{new string('x', 1 << 16)}}"}""");
        Assert.Equal(EditorSettings.Default, new WindowSettings(Path).Default);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are for Linux.");
        Assert.Equal(EditorSettings.Default, new WindowSettings("/dev/zero").Default);
    }

    [Fact]
    public void A_project_keeps_the_look_of_each_instance()
    {
        using var stage = new InstanceStage();
        Assert.True(stage.Hosted.SetState(State("""{"size": 150, "theme": "light", "tooltips": false, "later": 7}""")));
        Assert.Equal(_unlikeDefault with { HasSeenFirstRun = false }, stage.Instance.Window);
        stage.Instance.Window = _unlikeDefault with { Size = 200 };

        Assert.True(PluginState.TryRead(stage.Hosted.GetState(), out var saved));
        Assert.Equal(_unlikeDefault with { Size = 200 }, WindowSettings.FromJson(saved.Window!));
        Assert.Equal(7, (int)saved.Window!["later"]!);

        using var other = new InstanceStage();
        Assert.True(other.Hosted.SetState(saved.ToBytes()));
        Assert.Equal(_unlikeDefault with { Size = 200 }, other.Instance.Window);
    }

    [Fact]
    public void A_project_without_a_look_keeps_the_musicians_own()
    {
        using var stage = new InstanceStage();
        Assert.True(PluginState.TryRead(stage.Hosted.GetState(), out var saved));
        Assert.Null(saved.Window);
        Assert.Equal(WindowSettings.Shared.Default, stage.Instance.Window);
        foreach (string window in (string[])["7", "[]", "\"light\"", "null"])
        {
            Assert.True(stage.Hosted.SetState(State(window)));
            Assert.Equal(WindowSettings.Shared.Default, stage.Instance.Window);
        }
    }

    [Theory]
    [InlineData("""{"theme": "\ud800"}""")]
    [InlineData("""{"\ud800": 1}""")]
    public void A_project_with_a_look_that_cannot_be_read_is_refused_as_a_whole(string window)
    {
        using var stage = new InstanceStage();
        Assert.False(stage.Hosted.SetState(State(window)));
        Assert.True(PluginState.TryRead(stage.Hosted.GetState(), out var saved));
        Assert.NotEqual(42, saved.Parameters[Parameters.Seed.Key]);
    }

    private static byte[] State(string window) =>
        Encoding.UTF8.GetBytes($$"""{"format": 1, "parameters": {"seed": 42}, "window": {{window}}}""");
}
