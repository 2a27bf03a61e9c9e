using System.Text;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class SavedStyleTests
{
    private const string Says = "changed since the project was saved, so takes may differ";

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };

    [Fact]
    public void A_style_retrained_since_the_project_was_saved_plays_and_is_reported()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var (expected, saved) = Play(library, null);
        Assert.DoesNotContain(Says, expected.Status, StringComparison.Ordinal);
        var now = Read(saved);
        Assert.Equal((64, null), (now.StyleHash!.Length, now.FormerStyleHash));

        var (take, again) = Play(
            library, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(saved).Replace(now.StyleHash, "0f3d", StringComparison.Ordinal)));
        Assert.Contains(Says, take.Status, StringComparison.Ordinal);
        Assert.EndsWith(".", take.Status, StringComparison.Ordinal);
        Assert.Equal(expected.Events, take.Events);
        Assert.Equal((now.StyleHash, "0f3d"), (Read(again).StyleHash, Read(again).FormerStyleHash));

        // Saved with the current version of the style.
        (take, again) = Play(library, again);
        Assert.DoesNotContain(Says, take.Status, StringComparison.Ordinal);
        Assert.Equal("0f3d", Read(again).FormerStyleHash);
    }

    [Fact]
    public void A_newly_chosen_style_is_not_reported_as_changed()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        Assert.True(plugin.SetState("""{ "format": 1, "style": "irish-scots-session", "style-hash": "0f3d" }"""u8));
        PlayedTake.Set(plugin, Parameters.Style, StylePaths.PresetOrder.ToList().IndexOf("base"));
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);

        Assert.DoesNotContain(Says, take.Status, StringComparison.Ordinal);
        Assert.Equal(("base", null), (Read(plugin.GetState()).Style, Read(plugin.GetState()).FormerStyleHash));
    }

    private static (PlayedTake Take, byte[] State) Play(PluginLibrary library, byte[]? state)
    {
        using var plugin = library.Create("Composer");
        Assert.True(state is null || plugin.SetState(state));
        return (PlayedTake.Play(plugin, "reel.mid", _offline), plugin.GetState());
    }

    private static PluginState Read(byte[] bytes)
    {
        Assert.True(PluginState.TryRead(bytes, out var state));
        return state;
    }
}
