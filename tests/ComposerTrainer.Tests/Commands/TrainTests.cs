using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Training;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TrainTests() => File.WriteAllText(_folder["config.json"], """{ "hidden": 8, "dense": 8, "batchTunes": 4 }""");

    [Fact]
    public void Json_output_has_one_object_per_epoch_and_one_at_the_end()
    {
        TestData.Write(_folder["data"], Enumerable.Range(0, 8), [100], [200]);
        var lines = Train(_folder["data"], "--steps", "4", "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal([1, 2], lines[..2].Select(line => line["epoch"]!.GetValue<int>()));
        Assert.All(lines[..2], line => Assert.InRange(line["valid"]!["bits_per_note"]!.GetValue<double>(), 1, 30));
        Assert.Equal(lines[..2].Min(line => line["valid"]!["bits_per_note"]!.GetValue<double>()),
            lines[2]["best_valid"]!.GetValue<double>());
        Assert.Equal((4, 2), (lines[2]["steps"]!.GetValue<int>(), lines[2]["epochs"]!.GetValue<int>()));
        Assert.InRange(lines[2]["largest_difference"]!.GetValue<double>(), 0, 1e-4);

        var exported = JsonNode.Parse(Do("export", "--checkpoint", _folder["style"], "--out", _folder["copy"], "--json"))!;
        Assert.Equal(_folder["copy"], exported["style"]!.GetValue<string>());
    }

    [Fact]
    public void Training_on_one_tune_works_and_reports_the_missing_validation_tunes()
    {
        TestData.Write(_folder["data"], [1], [], []);
        string output = Train(_folder["data"], "--steps", "2");
        Assert.Contains("there are no validation tunes", output, StringComparison.Ordinal);
        Assert.Matches(@"the best was epoch [12] of 2: \d+\.\d+ bits per note on valid", output);
        Assert.Equal(1, StyleFile.Read(_folder["style"]).Training!.Pieces);
    }

    [Fact]
    public void A_run_can_start_from_a_style_and_keeps_its_settings()
    {
        TestData.Write(_folder["data"], [1, 2], [3], []);
        File.WriteAllText(_folder["small.json"], """{ "hidden": 8, "dense": 8, "layers": 1 }""");
        Do("train", "--data", _folder["data"], "--out", _folder["base"], "--config", _folder["small.json"], "--steps", "3");

        // With a learning rate of 0 the weights stay the same.
        File.WriteAllText(_folder["still.json"], """{ "learningRate": 0, "weightDecay": 0 }""");
        Do("train", "--from", _folder["base"], "--data", _folder["data"], "--out", _folder["next"], "--config", _folder["still.json"],
            "--steps", "1");
        Assert.Equal(File.ReadAllBytes(_folder["base/step.onnx"]), File.ReadAllBytes(_folder["next/step.onnx"]));

        File.WriteAllText(_folder["large.json"], """{ "hidden": 9 }""");
        AssertRefused("gives another architecture than", "train", "--from", _folder["base"], "--data", _folder["data"], "--out",
            _folder["x"], "--config", _folder["large.json"]);
        AssertRefused("remove --model", "train", "--from", _folder["base"], "--model", "gru", "--data", _folder["data"], "--out",
            _folder["x"]);
    }

    [Fact]
    public void One_repeated_note_can_be_learnt()
    {
        static Phrase Drone(int seed) => new(new(4, 4), Enumerable.Range(0, 16 + seed).Select(i => new Note(i * 24, 24, new(60), 80)));
        TestData.Write(_folder["data"], [0, 1, 2], [3], [], Drone);
        Train(_folder["data"], "--steps", "40");
        var losses = StyleFile.Read(_folder["style"]).Training!.Losses!;
        Assert.InRange(losses[^1].Valid!.Value, 0, losses[0].Valid!.Value - 1);
    }

    [Fact]
    public void Data_sets_and_sources_are_weighted()
    {
        string a = TestData.Write(_folder["a"], [1, 2], [3], [], source: "hymns"),
            b = TestData.Write(_folder["b"], [4], [], [], source: "reels");
        File.WriteAllText(_folder["config.json"], """{ "hidden": 8, "dense": 8, "batchTunes": 100, "sources": { "reels": 3 } }""");
        Train(a, "--data", b, "--weights", "2,1", "--steps", "1");
        var state = Checkpoint.ReadHeader(Checkpoint.Last(_folder["style"])).State;
        int Notes(params int[] seeds) => seeds.Sum(seed => TestTunes.Tune(seed).Count);
        Assert.Equal(Notes(1, 1, 2, 2, 4, 4, 4), state.Notes);
        Assert.Equal([2.0, 1], state.Weights);

        AssertRefused("keeps its initial style, configuration, seed and weights", "train", "--data", a, "--data", b,
            "--weights", "1,1", "--out", _folder["style"], "--resume");
        AssertRefused("resume it with its own data", "train", "--data", b, "--data", b, "--out", _folder["style"],
            "--resume");
        AssertRefused("--weights x is not a number", "train", "--data", a, "--weights", "x", "--out", _folder["other"]);
        File.WriteAllText(_folder["config.json"], """{ "sources": { "jigs": 3 } }""");
        AssertRefused("""no tune comes from the source "jigs" in the configuration; the data has "hymns".""", "train", "--data", a, "--out",
            _folder["other"], "--config", _folder["config.json"]);
        Assert.False(Directory.Exists(_folder["other"]));
    }

    [Fact]
    public void A_resumed_run_keeps_its_length_by_default()
    {
        TestData.Write(_folder["data"], Enumerable.Range(0, 8), [100], []);
        Train(_folder["data"], "--steps", "3");
        Do("train", "--data", _folder["data"], "--out", _folder["style"], "--resume");
        Assert.Equal(3, Checkpoint.ReadHeader(Checkpoint.Last(_folder["style"])).State.Step);
        Do("train", "--data", _folder["data"], "--out", _folder["style"], "--resume", "--steps", "5");
        var state = Checkpoint.ReadHeader(Checkpoint.Last(_folder["style"])).State;
        Assert.Equal((5, new Schedule(null, 5)), (state.Step, state.Schedule));
    }

    [Fact]
    public void An_unwritable_output_path_is_refused()
    {
        TestData.Write(_folder["data"], [1], [], []);
        AssertRefused("config.json: not writable", "train", "--data", _folder["data"], "--out", _folder["config.json"], "--steps", "1");
    }

    [Theory]
    [InlineData("""{ "hiden": 16 }""", "line 1: unknown setting \"hiden\"")]
    [InlineData("{ \"hidden\": 16,\n\"dropout\": \"much\" }", "line 2: \"dropout\" has a value of the wrong type")]
    [InlineData("""{ "sources": { "hymns": -1 } }""", "sources: hymns is -1; it must be from 0 to 1000")]
    [InlineData("""{ "l1": 2 }""", "l1 is 2; it must be from 0 to 1")]
    [InlineData("""{ "patience": 2.5 }""", "\"patience\" has a value of the wrong type")]
    public void An_invalid_setting_is_refused(string json, string sentence)
    {
        File.WriteAllText(_folder["config.json"], json);
        AssertRefused(sentence, "train", "--data", "x", "--out", _folder["style"], "--config", _folder["config.json"]);
    }

    public void Dispose() => _folder.Dispose();

    private string Train(string data, params string[] more) =>
        Do(["train", "--data", data, "--out", _folder["style"], "--config", _folder["config.json"], .. more]);
}
