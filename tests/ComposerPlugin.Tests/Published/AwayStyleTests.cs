using System.Text;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>Projects whose style is away: another machine, or a drive that is not there yet.</summary>
[Collection(UserStyleTests.Alone)]
public sealed class AwayStyleTests : IDisposable
{
    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _bundle = Bundle.Copy(_ => { });

    public AwayStyleTests() => Directory.CreateDirectory(DataFolder.Styles);

    public void Dispose() => Directory.Delete(DataFolder.Styles, recursive: true);

    [Theory]
    [InlineData("plain")]
    [InlineData("My Style")]
    [InlineData("müller")]
    [InlineData("a.b")]
    [InlineData(".hidden")]
    [InlineData("雅楽")]
    [InlineData("🎹 blues")]
    [InlineData("it's \"one\"; & more?")]
    [InlineData("back\\slash: * <new>")]
    public void A_style_is_named_and_saved_whatever_its_name_and_plays_when_its_folder_appears(string name)
    {
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        Load(plugin, name);
        Assert.True(SpinWait.SpinUntil(() => Status(plugin).Contains("There is no style folder", StringComparison.Ordinal), _patience));
        Assert.Contains($"styles/{name}", Status(plugin), StringComparison.Ordinal);
        Assert.Equal(name, Saved(plugin));

        // Written elsewhere first, as by a copy: style.json comes last.
        Copy(name);
        Assert.True(SpinWait.SpinUntil(() => Status(plugin).Contains("is ready", StringComparison.Ordinal), _patience), Status(plugin));
        Assert.NotEmpty(PlayedTake.Play(plugin, "reel.mid", _offline).Answer);
        Assert.Equal(name, Saved(plugin));
    }

    [Theory]
    [InlineData("../styles/there")]
    [InlineData("there/")]
    [InlineData("a/b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/etc")]
    [InlineData("own/../there")]
    [InlineData("nul\0")]
    [InlineData("")]
    public void A_name_that_no_folder_can_have_plays_nothing_and_is_told_and_saved(string name)
    {
        foreach (string other in (string[])["there", "unknown", "a"])
            Copy(other);
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        Load(plugin, name);
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);
        Assert.Contains("There is no style folder", take.Status, StringComparison.Ordinal);
        Assert.Equal((27, 0), (take.Thru.Count, take.Answer.Count));
        Assert.Equal(name, Saved(plugin));
    }

    [Fact]
    public void An_own_style_that_is_named_like_a_preset_is_not_replaced_by_the_preset_while_it_is_away()
    {
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        Load(plugin, "own/hymn-light");
        Assert.True(SpinWait.SpinUntil(() => Status(plugin).Contains("There is no style folder", StringComparison.Ordinal), _patience));
        Copy("hymn-light");
        Assert.True(SpinWait.SpinUntil(() => Status(plugin).Contains("is ready", StringComparison.Ordinal), _patience), Status(plugin));
        Assert.Equal("own/hymn-light", Saved(plugin));
    }

    private static void Load(HostedPlugin plugin, string style) => Assert.True(plugin.SetState(
        Encoding.UTF8.GetBytes(new System.Text.Json.Nodes.JsonObject { ["format"] = 1, ["style"] = style }.ToJsonString())));

    private static string Status(HostedPlugin plugin) => plugin.Format(Parameters.Status.Id, plugin.GetNormalized(Parameters.Status.Id));

    private static string? Saved(HostedPlugin plugin)
    {
        Assert.True(PluginState.TryRead(plugin.GetState(), out var state));
        return state.Style;
    }

    private void Copy(string name)
    {
        string folder = Path.Combine(DataFolder.Styles, name);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(_bundle, Bundle.Style)).OrderBy(file => file.EndsWith(".json")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
