using System.Text.Json.Nodes;
using ComposerPlugin.FrameLikelihood;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class FrameLikelihoodTests
{
    private const string Small =
        """{ "hidden": 12, "outputUnits": 8, "batchSequences": 4, "validateSteps": 5 /* few */, "warmupSteps": 3, }""";

    [Theory]
    [InlineData("lstm", "plain", "independent")]
    [InlineData("gru", "matched", "autoregressive")]
    public void Runs_on_a_benchmark_file_can_be_averaged(string model, string inputs, string output)
    {
        using var folder = Begin();
        foreach (string seed in (string[])["1", "2"])
        {
            var (code, written, _) = Run(
                "train", "--data", folder["small"], "--model", model, "--inputs", inputs, "--output", output,
                "--config", folder["config.json"], "--steps", "12", "--seed", seed, "--out", folder[seed], "--json");
            Assert.Equal(ExitCode.Done, code);
            Assert.Equal(File.ReadAllText(folder[$"{seed}/frames.json"]), written.TrimEnd());
        }
        var one = JsonNode.Parse(File.ReadAllText(folder["1/frames.json"]))!;
        Assert.Equal((model, inputs, output),
            (one["model"]!.GetValue<string>(), one["inputs"]!.GetValue<string>(), one["output"]!.GetValue<string>()));
        Assert.Equal("small.json.gz", one["data"]!.GetValue<string>());
        double worse = new[] { "1", "2" }
            .Max(seed => JsonNode.Parse(File.ReadAllText(folder[$"{seed}/frames.json"]))!["test_nats_per_frame"]!.GetValue<double>());

        var average = JsonNode.Parse(Run("average", folder["1"], folder["2"], "--data", folder["small"], "--json").Output)!;
        Assert.Equal(2, average["models"]!.GetValue<int>());
        Assert.InRange(average["test_nats_per_frame"]!.GetValue<double>(), 0.1, worse);
        var transposed = Run("average", "--data", folder["small"], folder["1"], "--transpositions", "2");
        Assert.Equal(ExitCode.Done, transposed.Code);
        Assert.Matches(@"transpositions +2\n", transposed.Output);
    }

    [Fact]
    public void A_run_on_the_validation_part_prints_no_test_result()
    {
        using var folder = Begin();
        var (code, written, _) = Run(
            "train", "--data", folder["small"], "--config", folder["config.json"], "--steps", "5", "--part", "valid");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("valid_nats_per_frame", written, StringComparison.Ordinal);
        Assert.DoesNotContain("test_", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_holds_one_run_that_can_be_resumed()
    {
        using var folder = Begin();
        string[] run = ["train", "--data", folder["small"], "--out", folder["run"]];
        Assert.Equal(ExitCode.Done, Run([.. run, "--config", folder["config.json"], "--steps", "4"]).Code);
        AssertRefused("a run was begun here", [.. run, "--steps", "4"]);
        AssertRefused("remove --config, --seed, --model", [.. run, "--resume", "--model", "gru"]);
        Assert.Equal(ExitCode.Done, Run([.. run, "--resume", "--steps", "8"]).Code);
        Assert.Contains("resumed at step 4", File.ReadAllText(folder["run/train.log"]), StringComparison.Ordinal);
        FrameTunes.Write(FrameTunes.Set(), folder["other.json.gz"]);
        AssertRefused("the run there trains on small.json.gz", "train", "--data", folder["other"], "--out", folder["run"], "--resume");
    }

    [Fact]
    public void Bad_input_gets_one_sentence_and_exit_code_2()
    {
        using var folder = Begin();
        string data = folder["small"];
        AssertRefused("--data is missing", "train");
        AssertRefused("there is no such file", "train", "--data", folder["none"]);
        AssertRefused("model is oracle; it must be lstm or gru", "train", "--data", data, "--model", "oracle");
        AssertRefused("inputs is magic; it must be plain or matched", "train", "--data", data, "--inputs", "magic");
        AssertRefused("output is none; it must be", "train", "--data", data, "--output", "none");
        AssertRefused("--part train is neither", "train", "--data", data, "--part", "train");
        AssertRefused("x belongs to no option", "train", "x", "--data", data);
        AssertRefused("there is no run to resume", "train", "--data", data, "--out", folder["none"], "--resume");
        AssertRefused("there is no such checkpoint", "average", folder["none"], "--data", data);
        AssertRefused("there is no option --seed", "average", folder["none"], "--data", data, "--seed", "1");
        foreach (var (config, sentence) in new[]
        {
            ("""{ "hiden": 3 }""", "hiden"), ("""{ "hidden": "many" }""", "hidden"), ("[]", "it is not an object"),
            ("{", "no configuration of a frame model"),
            ("""{ "dropout": 1 }""", "dropout is 1; it must be from 0 to 0.9"),
            ("""{ "inputs": 3 }""", "no configuration of a frame model"),
        })
        {
            File.WriteAllText(folder["bad.json"], config);
            AssertRefused(sentence, "train", "--data", data, "--config", folder["bad.json"]);
        }
        AssertRefused("there is no such configuration file", "train", "--data", data, "--config", folder["none"]);
        Directory.CreateDirectory(folder["damaged"]);
        File.WriteAllText(folder["damaged/best.ckpt"], "CPFRAME1 but nothing more");
        AssertRefused("this is no checkpoint", "average", folder["damaged"], "--data", data);
    }

    [Fact]
    public void Runs_that_cannot_be_averaged_are_refused()
    {
        using var folder = Begin();
        foreach (string output in (string[])["independent", "autoregressive"])
        {
            Run("train", "--data", folder["small"], "--config", folder["config.json"], "--steps", "2", "--output", output,
                "--out", folder[output]);
        }
        AssertRefused("have no average", "average", folder["independent"], folder["autoregressive"], "--data", folder["small"]);
        FrameTunes.WriteText("""{ "train": [[[21], [108]]], "valid": [[[60], []]], "test": [[[60], []]] }""", folder["wide.json.gz"]);
        AssertRefused("off the keyboard", "average", folder["independent"], "--data", folder["wide"], "--transpositions", "1");
    }

    [Fact]
    public void Help_option_prints_help()
    {
        var (code, output, errors) = Run("train", "--help");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("frame-likelihood train --data <FILE> [OPTIONS]", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    private static TemporaryFolder Begin()
    {
        var folder = new TemporaryFolder();
        FrameTunes.Write(FrameTunes.Set(), folder["small.json.gz"]);
        File.WriteAllText(folder["config.json"], Small);
        return folder;
    }

    private static void AssertRefused(string sentence, params string[] args) =>
        CommandLine.AssertRefused(FrameCommands.Program, sentence, args);

    private static (int Code, string Output, string Errors) Run(params string[] args) => CommandLine.Run(FrameCommands.Program, args);
}
