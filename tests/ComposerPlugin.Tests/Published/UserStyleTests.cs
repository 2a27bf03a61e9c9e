using System.Text.Json.Nodes;
using ComposerPlugin.Host;
using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>
/// User styles, chosen by the control while the plugin plays. Every instance of the process lists them, so no other test runs in parallel;
/// each test has its own copy of the bundle, whose library lists the styles from the beginning.
/// </summary>
[Collection(UserStyleTests.Alone)]
public sealed class UserStyleTests : IDisposable
{
    internal const string Alone = "User styles";
    private const int FirstUserSlot = StyleCatalog.PresetSlots;

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _bundle = Bundle.Copy(_ => { });

    public UserStyleTests() => Directory.CreateDirectory(DataFolder.Styles);

    public void Dispose() => Directory.Delete(DataFolder.Styles, recursive: true);

    [Fact]
    public void Style_of_the_same_weights_starts_within_a_phrase_without_a_difference()
    {
        Write("mine", "Mine");
        using var library = PluginLibrary.Load(_bundle);
        var unchanged = Play(library, null);
        var changed = Play(library, FirstUserSlot);

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
        Assert.Equal(FirstUserSlot, plugin.ToPlain(id, normalized));
        plugin.SetParameter(id, normalized);
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);
        Assert.NotEmpty(take.Answer);
        Assert.StartsWith("Fresh from the trainer is ready", take.Status, StringComparison.Ordinal);
        Assert.Contains("\"style\": \"fresh\"", System.Text.Encoding.UTF8.GetString(plugin.GetState()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_is_notified_of_an_added_renamed_or_deleted_style_in_its_own_call()
    {
        const RestartFlags Names = RestartFlags.ParameterTitlesChanged | RestartFlags.ParameterValuesChanged;
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        uint id = Parameters.Style.Id;
        double normalized = Parameters.Style.ToNormalized(FirstUserSlot);
        plugin.Format(id, 0);
        Assert.Equal(0, plugin.Handler.RestartCount);

        Write("fresh", "Fresh");
        Await(1, () => plugin.Format(id, 0));
        Assert.Equal("Fresh", plugin.Format(id, normalized));
        Write("fresh", "Renamed");
        Await(2, () => plugin.Format(id, 0));
        Assert.Equal("Renamed", plugin.Format(id, normalized));
        Directory.Delete(Folder("fresh"), recursive: true);
        Await(3, () => plugin.Format(id, normalized));
        Assert.Equal("(empty 33: the style stays)", plugin.Format(id, normalized));

        void Await(int count, Action call)
        {
            Assert.True(SpinWait.SpinUntil(() => Calls() >= count, _patience));
            Assert.Equal((Names, count, Environment.CurrentManagedThreadId),
                (plugin.Handler.Restarts, plugin.Handler.RestartCount, plugin.Handler.RestartThread));

            int Calls()
            {
                call();
                return plugin.Handler.RestartCount;
            }
        }
    }

    [Fact]
    public void Programs_of_a_user_style_follow_the_presets_and_choose_it()
    {
        Write("mine", "Mine");
        Directory.CreateDirectory(Path.Combine(Folder("mine"), "programs"));
        File.WriteAllText(Path.Combine(Folder("mine"), "programs", "1.json"),
            """{ "format": 1, "style": "gone", "program": "Slow", "parameters": { "surprise": 0.5 } }""");
        File.WriteAllText(Path.Combine(Folder("mine"), "programs", "2.json"),
            """{ "format": 1, "program": "Default", "parameters": { "mode": 2 } }""");
        File.WriteAllText(Path.Combine(Folder("mine"), "programs", "3.json"), "Dear reader");
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        string[] presets = ["Default", .. FactoryPrograms.Read(Repository.File("presets")).Select(ProgramTests.TitleOf)];
        Assert.Equal([.. presets, "Mine: Slow", "Mine: Default (Mine)"], plugin.Programs);

        uint id = Parameters.Program.Id;
        Assert.True(plugin.TryParse(id, "Slow", out double normalized));
        plugin.SetParameter(id, normalized);
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);
        Assert.StartsWith("Mine is ready", take.Status, StringComparison.Ordinal);
        Assert.Equal(FirstUserSlot, plugin.ToPlain(Parameters.Style.Id, plugin.GetNormalized(Parameters.Style.Id)));
        Assert.Equal(0.5, plugin.ToPlain(Parameters.Surprise.Id, plugin.GetNormalized(Parameters.Surprise.Id)), 6);
        Assert.True(PluginState.TryRead(plugin.GetState(), out var state));
        Assert.Equal(("mine", "Slow"), (state.Style, state.Program));
    }

    [Fact]
    public void Current_style_plays_on_with_an_error_when_the_chosen_one_fails_to_load()
    {
        Write("broken", "Broken");
        File.WriteAllText(Path.Combine(Folder("broken"), "pitch.onnx"), "Dear reader");
        using var library = PluginLibrary.Load(_bundle);
        var take = Play(library, FirstUserSlot);

        Assert.NotEmpty(take.Answer);
        Assert.Contains("is not a complete ONNX file", take.Status, StringComparison.Ordinal);
        Assert.EndsWith(".", take.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_cuda_is_reported_and_the_cpu_plays()
    {
        using var library = PluginLibrary.Load(_bundle);
        using var plugin = library.Create("Composer");
        PlayedTake.Set(plugin, Parameters.Provider, 2);
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);

        Assert.NotEmpty(take.Answer);
        Assert.Contains("asked CUDA, running CPU: ", take.Status, StringComparison.Ordinal);
    }

    // Chosen at the start of the phrase, the style starts half a second later, within the phrase.
    private static PlayedTake Play(PluginLibrary library, int? slot)
    {
        using var plugin = library.Create("Composer");
        if (slot is { } chosen)
            plugin.SetParameter(Parameters.Style.Id, Parameters.Style.ToNormalized(chosen), 400);
        return PlayedTake.Play(plugin, "reel.mid", _offline);
    }

    private static string Folder(string id) => Path.Combine(DataFolder.Styles, id);

    private void Write(string id, string name)
    {
        Directory.CreateDirectory(Folder(id));
        string preset = Path.Combine(_bundle, Bundle.Style);
        foreach (string file in Directory.GetFiles(preset, "*.onnx").Append(Path.Combine(preset, StylePlan.FileName)))
            File.Copy(file, Path.Combine(Folder(id), Path.GetFileName(file)), overwrite: true);
        var style = JsonNode.Parse(File.ReadAllText(Path.Combine(preset, StyleFile.FileName)))!.AsObject();
        (style["id"], style["name"]) = (id, name);
        File.WriteAllText(Path.Combine(Folder(id), "style.json.part"), style.ToJsonString());
        File.Move(Path.Combine(Folder(id), "style.json.part"), Path.Combine(Folder(id), StyleFile.FileName), overwrite: true);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Collection;
}
