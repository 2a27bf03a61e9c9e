using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class BadInputTests
{
    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };

    public static TheoryData<string> Damages => [.. _damages.Keys];

    private static readonly Dictionary<string, (Action<string> Damage, string Says)> _damages = new()
    {
        ["no style"] = (bundle => Directory.Delete(Path.Combine(bundle, Bundle.Style), recursive: true), "There is no style folder"),
        ["only the library"] = (LeaveTheLibrary, "copy the whole folder ComposerPlugin.vst3"),
        ["no style.json"] = (bundle => File.Delete(Path.Combine(bundle, Bundle.Style, "style.json")), "has no style.json"),
        ["style.json is text"] = (bundle => File.WriteAllText(Path.Combine(bundle, Bundle.Style, "style.json"), "Dear reader"), "not JSON"),
        ["a long sentence"] = (bundle => Replace(Path.Combine(bundle, Bundle.Style, "style.json"), "\"temperature\": 0.8",
            "\"temperature\": \"warm\""), "…: export the style again"),
        ["a graph is cut"] = (bundle => Cut(Path.Combine(bundle, Bundle.Style, "step.onnx")), "step.onnx"),
        ["a graph is missing"] = (bundle => File.Delete(Path.Combine(bundle, Bundle.Style, "pitch.onnx")), "pitch.onnx"),
        ["no ONNX Runtime"] = (bundle => File.Delete(Path.Combine(bundle, Bundle.OnnxRuntime)), "ONNX Runtime is missing"),
        ["ONNX Runtime is text"] =
            (bundle => File.WriteAllText(Path.Combine(bundle, Bundle.OnnxRuntime), "Dear reader"), "cannot be loaded"),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_bundle_passes_notes_through_and_reports_the_error(string damage)
    {
        var (inflict, says) = _damages[damage];
        using var library = PluginLibrary.Load(Bundle.Copy(inflict));
        using var plugin = library.Create("Composer");
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);

        Assert.Contains(says, take.Status, StringComparison.Ordinal);
        // A host truncates a longer message, and with it the hint.
        Assert.EndsWith(".", take.Status, StringComparison.Ordinal);
        Assert.Equal((27, 0), (take.Thru.Count, take.Answer.Count));
        Assert.Equal(0, take.Recording.FailedBlocks);
        Assert.Equal(1, plugin.GetNormalized(Parameters.Status.Id));
    }

    [Theory]
    [InlineData(BlockParts.Context)]
    [InlineData(BlockParts.AudioBuses)]
    [InlineData(BlockParts.AudioBuffers)]
    [InlineData(BlockParts.ParameterChanges)]
    public void Missing_host_data_does_not_stop_the_answer(BlockParts missing)
    {
        var take = PlayedTake.Of("reel.mid", _offline with { Missing = missing });
        Assert.NotEmpty(take.Answer);
        Assert.Equal((27, 0), (take.Thru.Count, take.Recording.FailedBlocks));
    }

    [Theory]
    [InlineData(BlockParts.InputEvents)]
    [InlineData(BlockParts.OutputEvents)]
    [InlineData(BlockParts.InputEvents | BlockParts.OutputEvents | BlockParts.Context | BlockParts.ParameterChanges
        | BlockParts.AudioBuses)]
    public void A_host_without_event_lists_gets_silence(BlockParts missing)
    {
        var take = PlayedTake.Of("reel.mid", _offline with { Missing = missing });
        Assert.Equal((0, 0), (take.Recording.Events.Length, take.Recording.FailedBlocks));
    }

    [Fact]
    public void Blocks_of_no_frames_and_blocks_larger_than_announced_are_played()
    {
        var reference = PlayedTake.Of("reel.mid", _offline).Events;
        Assert.Equal(reference,
            PlayedTake.Of("reel.mid", _offline with { AnnouncedFrames = 64, Blocks = BlockSizes.Repeating(0, 4000, 0, 0, 17) }).Events);
    }

    [Theory]
    [InlineData(ContextFlags.TempoValid)]
    [InlineData(ContextFlags.TimeSignatureValid)]
    [InlineData(ContextFlags.BarPositionValid)]
    [InlineData(ContextFlags.ProjectTimeMusicValid)]
    [InlineData(ContextFlags.Playing)]
    public void A_host_that_omits_part_of_its_transport_gets_an_answer(ContextFlags withheld)
    {
        var take = PlayedTake.Of("reel.mid", _offline with { Withheld = withheld });
        Assert.NotEmpty(take.Answer);
        take.Recording.Notes(out int stray);
        Assert.Equal(0, stray);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear reader")]
    [InlineData("{}")]
    [InlineData("{\"format\":")]
    public void An_invalid_state_changes_nothing(string state)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        byte[] before = plugin.GetState();
        Assert.False(plugin.SetState(System.Text.Encoding.UTF8.GetBytes(state)));
        // But for the refused text, which is kept.
        var after = System.Text.Json.Nodes.JsonNode.Parse(plugin.GetState())!.AsObject();
        Assert.Equal(state.Length == 0 ? null : state, after["refused-state"]?.GetValue<string>());
        after.Remove("refused-state");
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(before), after));
    }

    [Theory]
    [InlineData("no-such-style")]
    [InlineData("../../x86_64-linux")]
    [InlineData("/etc")]
    public void A_project_whose_style_is_missing_reports_it_and_keeps_the_name(string style)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        Assert.True(plugin.SetState(System.Text.Encoding.UTF8.GetBytes($$$"""{"format":1,"style":"{{{style}}}","parameters":{}}""")));
        var take = PlayedTake.Play(plugin, "reel.mid", _offline);
        Assert.Contains("There is no style folder", take.Status, StringComparison.Ordinal);
        Assert.Equal((27, 0), (take.Thru.Count, take.Answer.Count));
        Assert.Contains($"\"style\": \"{style}\"", System.Text.Encoding.UTF8.GetString(plugin.GetState())
            .Replace("\\u002E", ".", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void Replace(string path, string what, string with)
    {
        string text = File.ReadAllText(path);
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(what, with, StringComparison.Ordinal));
    }

    private static void LeaveTheLibrary(string bundle)
    {
        Directory.Delete(Path.Combine(bundle, "Contents/Resources"), recursive: true);
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(Path.Combine(bundle, Bundle.Library))!))
        {
            if (Path.GetFileName(file) != "ComposerPlugin.so")
                File.Delete(file);
        }
    }

    private static void Cut(string path) => File.WriteAllBytes(path, File.ReadAllBytes(path)[..1000]);
}
