using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Training;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class FinetuneTests : IClassFixture<SmallStyles>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly SmallStyles _styles;

    public FinetuneTests(SmallStyles styles)
    {
        _styles = styles;
        styles.Copy("large", _folder["base"]);
        TestData.Write(_folder["mine"], Enumerable.Range(300, 8), [400, 401], [500, 501], Leaps);
    }

    [Fact]
    public void Weights_read_from_the_graphs_equal_those_of_the_checkpoint()
    {
        var style = StyleFile.Read(_folder["base"]);
        var (config, read) = PretrainedModel.Read(style, _folder["base"]);
        var (_, expected) = Checkpoint.ReadModel(_styles.Checkpoint("large"));
        using (read)
        using (expected)
        {
            Assert.Equal(24, config.Hidden);
            foreach (var (weight, same) in expected.parameters().Zip(read.parameters()))
                Assert.True(weight.eq(same).all().item<bool>());
        }
    }

    [Fact]
    public void Fine_tuning_needs_only_the_graphs_and_improves_predictions_of_new_tunes()
    {
        string output = Do("finetune", "--from", _folder["base"], "--data", _folder["mine"], "--out", _folder["mine-style"]);
        Assert.Matches(@"10 tunes, each held out once: .* bits per note before, .* after, .* % less", output);
        Assert.DoesNotContain("the time limit ended", output, StringComparison.Ordinal);
        Assert.Matches(@"2 test tunes: .* bits per note before, .* after, .* % less", output);
        Assert.Equal(["best.ckpt"], Directory.EnumerateFileSystemEntries(_folder["mine-style/checkpoint"]).Select(Path.GetFileName));

        var style = StyleFile.Read(_folder["mine-style"]);
        Assert.Equal(("lstm", "MIT", 10), (style.Type, style.Licence, style.Training!.Pieces));
        var metrics = style.Training.Unknown!["finetuned"];
        double Metric(string name) => metrics.GetProperty(name).GetDouble();
        Assert.InRange(Metric("held_out_after"), 0, 0.98 * Metric("held_out_before"));
        Assert.InRange(Metric("test_after"), 0, 0.98 * Metric("test_before"));

        // The new style can be the base of another.
        string cut = Do("finetune", "--from", _folder["mine-style"], "--data", _folder["mine"], "--out", _folder["back"], "--minutes",
            "0.01");
        Assert.Contains("the time limit ended 5 of 5 runs before 30 epochs", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_gain_the_style_stays_the_same_and_the_log_says_so()
    {
        // A model that has memorized the held-out tunes cannot predict them better.
        TestData.Write(_folder["same"], [0, 1, 2, 3, 4, 5], [], []);
        File.WriteAllText(_folder["config.json"],
            """{ "hidden": 32, "dense": 32, "batchTunes": 4, "learningRate": 0.01, "dropout": 0, "transpose": false, "meterHidden": 0 }""");
        Do("train", "--data", _folder["same"], "--out", _folder["known"], "--config", _folder["config.json"], "--steps", "200");
        string output = Do("finetune", "--from", _folder["known"], "--data", _folder["same"], "--out", _folder["none"], "--minutes", "0.1",
            "--json");
        var end = JsonNode.Parse(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
        Assert.False(end["gained"]!.GetValue<bool>());
        Assert.Contains("no gain on held-out tunes", File.ReadAllText(_folder["none/train.log"]), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder["known/step.onnx"]), File.ReadAllBytes(_folder["none/step.onnx"]));
    }

    [Fact]
    public void Invalid_fine_tuning_is_refused()
    {
        string[] words = ["finetune", "--data", _folder["mine"], "--out", _folder["new"]];
        AssertRefused("--from is missing", words);
        AssertRefused("There is no style folder", [.. words, "--from", _folder["none"]]);
        AssertRefused("there is no run to resume here", [.. words, "--from", _folder["base"], "--resume"]);
        TestData.Write(_folder["one"], [1], [], []);
        AssertRefused("needs at least two unrelated tunes", "finetune", "--from", _folder["base"], "--data", _folder["one"], "--out",
            _folder["new"]);
        var style = JsonNode.Parse(File.ReadAllText(_folder["base/style.json"]))!;
        style["training"]!["config"]!["hidden"] = 32;
        File.WriteAllText(_folder["base/style.json"], style.ToJsonString());
        AssertRefused("the weights cannot be read from the graphs", [.. words, "--from", _folder["base"]]);
        foreach (var (setting, value) in ((string, JsonNode?)[])[("heads", 0), ("hidden", 40_000), ("layers", -1)])
        {
            style["training"]!["config"]![setting] = value;
            File.WriteAllText(_folder["base/style.json"], style.ToJsonString());
            AssertRefused($"style.json: {setting} is {value}; it must be from ", [.. words, "--from", _folder["base"]]);
            style["training"]!["config"]![setting] = 4;
        }
        style["training"]!["config"]!["styles"] = null;
        File.WriteAllText(_folder["base/style.json"], style.ToJsonString());
        AssertRefused("styles, style, sources or positions is null", [.. words, "--from", _folder["base"]]);
        style["training"]!.AsObject().Remove("config");
        File.WriteAllText(_folder["base/style.json"], style.ToJsonString());
        AssertRefused("the style has no training configuration", [.. words, "--from", _folder["base"]]);
    }

    [Fact]
    public void A_killed_run_is_resumed()
    {
        string[] words = ["finetune", "--from", _folder["base"], "--data", _folder["mine"], "--out", _folder["new"], "--minutes", "0.2",
            "--json"];
        using (var run = new TrainerProcess(words))
        {
            while (run.Next()!["run"]?.GetValue<int>() != 2)
                continue;
            Assert.True(File.Exists(_folder["new/checkpoint/fold-1/checkpoint/best.ckpt"]));
            Assert.Equal(TrainerProcess.Killed, run.Kill());
        }
        AssertRefused("a run was begun here; add --resume", words);
        Do([.. words, "--resume"]);
        AssertRefused("a run was completed here", [.. words, "--resume"]);
        Assert.Equal(StyleFile.Read(_folder["base"]).Id, StyleFile.Read(_folder["new"]).Training!.Unknown!["finetuned"].GetProperty("from")
            .GetString());
    }

    public void Dispose() => _folder.Dispose();

    // Quarter notes in leaps; the base was trained on eighth notes in steps. They are random, so the tune repeats no motif.
    private static Phrase Leaps(int seed)
    {
        var random = new Random(seed);
        return new(new(3, 4), Enumerable.Range(0, 36)
            .Select(i => new Note(i * Ticks.PerQuarter, Ticks.PerQuarter, new((byte)(55 + (7 * random.Next(5)))), 80)));
    }
}
