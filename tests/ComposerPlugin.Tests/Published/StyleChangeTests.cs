using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ComposerPlugin.Host;
using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>Styles in the user's own folder, which is a temporary one here, chosen by the control while the plugin plays.</summary>
public sealed class StyleChangeTests : IDisposable
{
    private const int FirstOwnSlot = StyleCatalog.PresetSlots;

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _home = Directory.CreateTempSubdirectory("composer-home-").FullName;
    private readonly string _bundle;

    public StyleChangeTests()
    {
        // The library reads the process's own environment, which .NET only copies.
        Assert.Equal(0, setenv("XDG_DATA_HOME", _home, 1));
        _bundle = Bundle.Copy(_ => { });
    }

    public void Dispose()
    {
        Assert.Equal(0, unsetenv("XDG_DATA_HOME"));
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public void Style_of_the_same_weights_takes_over_in_mid_phrase_without_a_trace()
    {
        Write("mine", "Mine");
        using var library = PluginLibrary.Load(_bundle);
        var unchanged = Play(library, null);
        var changed = Play(library, FirstOwnSlot);

        Assert.Equal(unchanged.Events, changed.Events);
        Assert.StartsWith("Mine is ready", changed.Status, StringComparison.Ordinal);
        Assert.DoesNotContain("too late", changed.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void Style_that_is_written_while_the_plugin_runs_is_in_the_list_and_can_be_chosen()
    {
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        uint id = Parameters.Style.Id;
        Assert.False(plugin.TryParse(id, "Fresh from the trainer", out _));

        Write("fresh", "Fresh from the trainer");

        double normalized = 0;
        Assert.True(SpinWait.SpinUntil(() => plugin.TryParse(id, "Fresh from the trainer", out normalized), _patience));
        Assert.Equal(FirstOwnSlot, plugin.ToPlain(id, normalized));
        plugin.SetParameter(id, normalized);
        var take = Take.Play(plugin, "reel.mid", _offline);
        Assert.NotEmpty(take.Answer);
        Assert.StartsWith("Fresh from the trainer is ready", take.Status, StringComparison.Ordinal);
        Assert.Contains("\"style\": \"fresh\"", System.Text.Encoding.UTF8.GetString(plugin.GetState()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_hears_of_a_style_that_comes_is_renamed_or_goes_in_its_own_call()
    {
        const RestartFlags Names = RestartFlags.ParameterTitlesChanged | RestartFlags.ParameterValuesChanged;
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        uint id = Parameters.Style.Id;
        double normalized = Parameters.Style.ToNormalized(FirstOwnSlot);
        plugin.GetNormalized(id);
        Assert.Equal(0, plugin.Handler.RestartCount);

        Write("fresh", "Fresh");
        Await(1, () => plugin.GetNormalized(id));
        Assert.Equal("Fresh", plugin.Format(id, normalized));
        Write("fresh", "Renamed");
        Await(2, () => plugin.GetNormalized(id));
        Assert.Equal("Renamed", plugin.Format(id, normalized));
        Directory.Delete(Own("fresh"), recursive: true);
        Await(3, () => plugin.Format(id, normalized));
        Assert.Equal("(empty slot 33)", plugin.Format(id, normalized));

        void Await(int count, Action call)
        {
            Assert.True(SpinWait.SpinUntil(() => Calls() >= count, _patience));
            Assert.Equal((Names, count, Environment.CurrentManagedThreadId), (plugin.Handler.Restarts, plugin.Handler.RestartCount, plugin.Handler.RestartThread));

            int Calls()
            {
                call();
                return plugin.Handler.RestartCount;
            }
        }
    }

    [Fact]
    public void Programs_of_an_own_style_follow_the_presets_and_choose_it()
    {
        Write("mine", "Mine");
        Directory.CreateDirectory(Path.Combine(Own("mine"), "programs"));
        File.WriteAllText(Path.Combine(Own("mine"), "programs", "1.json"), """{ "format": 1, "style": "gone", "program": "Slow", "parameters": { "surprise": 0.5 } }""");
        File.WriteAllText(Path.Combine(Own("mine"), "programs", "2.json"), """{ "format": 1, "program": "Default", "parameters": { "mode": 2 } }""");
        File.WriteAllText(Path.Combine(Own("mine"), "programs", "3.json"), "Dear reader");
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        string[] presets = ["Default", .. FactoryPrograms.Read(Path.Combine(Bundle.Root(), "presets")).Select(program => program.Name)];
        Assert.Equal([.. presets, "Slow", "Default (Mine)"], plugin.Programs);

        uint id = Parameters.Program.Id;
        Assert.True(plugin.TryParse(id, "Slow", out double normalized));
        plugin.SetParameter(id, normalized);
        var take = Take.Play(plugin, "reel.mid", _offline);
        Assert.StartsWith("Mine is ready", take.Status, StringComparison.Ordinal);
        Assert.Equal(FirstOwnSlot, plugin.ToPlain(Parameters.Style.Id, plugin.GetNormalized(Parameters.Style.Id)));
        Assert.Equal(0.5, plugin.ToPlain(Parameters.Surprise.Id, plugin.GetNormalized(Parameters.Surprise.Id)), 6);
        Assert.True(PluginState.TryRead(plugin.GetState(), out var state));
        Assert.Equal(("mine", "Slow"), (state.Style, state.Program));
    }

    [Fact]
    public void Style_that_cannot_be_used_leaves_the_present_one_playing_and_says_why()
    {
        Write("broken", "Broken");
        File.WriteAllText(Path.Combine(Own("broken"), "pitch.onnx"), "Dear reader");
        using var library = PluginLibrary.Load(_bundle);
        var take = Play(library, FirstOwnSlot);

        Assert.NotEmpty(take.Answer);
        Assert.Contains("is not a complete ONNX file", take.Status, StringComparison.Ordinal);
        Assert.EndsWith(".", take.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void Cuda_that_is_not_installed_is_told_and_the_processor_plays()
    {
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        Take.Set(plugin, Parameters.Provider, 2);
        var take = Take.Play(plugin, "reel.mid", _offline);

        Assert.NotEmpty(take.Answer);
        Assert.Contains("asked CUDA, running CPU: ", take.Status, StringComparison.Ordinal);
    }

    // Chosen at the start of the phrase, it takes over half a second later, inside it.
    private static Take Play(PluginLibrary library, int? slot)
    {
        using var plugin = library.Create("Composer");
        if (slot is { } chosen)
            plugin.SetParameter(Parameters.Style.Id, Parameters.Style.ToNormalized(chosen), 400);
        return Take.Play(plugin, "reel.mid", _offline);
    }

    private string Own(string id) => Path.Combine(_home, "ComposerPlugin", "styles", id);

    private void Write(string id, string name)
    {
        Directory.CreateDirectory(Own(id));
        foreach (string file in Directory.GetFiles(Path.Combine(_bundle, Bundle.Style), "*.onnx"))
            File.Copy(file, Path.Combine(Own(id), Path.GetFileName(file)), overwrite: true);
        var style = JsonNode.Parse(File.ReadAllText(Path.Combine(_bundle, Bundle.Style, StyleFile.FileName)))!.AsObject();
        (style["id"], style["name"]) = (id, name);
        File.WriteAllText(Path.Combine(Own(id), "style.json.part"), style.ToJsonString());
        File.Move(Path.Combine(Own(id), "style.json.part"), Path.Combine(Own(id), StyleFile.FileName), overwrite: true);
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int setenv([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int unsetenv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
