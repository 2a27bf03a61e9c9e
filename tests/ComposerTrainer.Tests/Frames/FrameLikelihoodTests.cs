using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.Commands;

namespace ComposerPlugin.Trainer.Tests;

public class FrameLikelihoodTests
{
    private const string Small =
        """{ "hidden": 12, "outputUnits": 8, "batchSequences": 4, "validateSteps": 5 /* few */, "warmupSteps": 3, }""";

    [Theory]
    [InlineData("lstm", "plain", "independent")]
    [InlineData("gru", "matched", "autoregressive")]
    public void A_benchmark_file_becomes_runs_and_their_average(string model, string inputs, string output)
    {
        using var folder = Begin();
        foreach (string seed in (string[])["1", "2"])
        {
            var (code, told, _) =
                Run("--data", folder["small"], "--model", model, "--inputs", inputs, "--output", output, "--config", folder["config.json"],
                "--steps", "12", "--seed", seed, "--out", folder[seed], "--json");
            Assert.Equal(Verbs.Done, code);
            Assert.Equal(File.ReadAllText(folder[$"{seed}/frames.json"]), told.TrimEnd());
        }
        var one = JsonNode.Parse(File.ReadAllText(folder["1/frames.json"]))!;
        Assert.Equal((model, inputs, output),
            (one["model"]!.GetValue<string>(), one["inputs"]!.GetValue<string>(), one["output"]!.GetValue<string>()));
        Assert.Equal("small.json.gz", one["data"]!.GetValue<string>());
        double worse = new[] { "1", "2" }
            .Max(seed => JsonNode.Parse(File.ReadAllText(folder[$"{seed}/frames.json"]))!["test_nats_per_frame"]!.GetValue<double>());

        var average = JsonNode.Parse(Run("--data", folder["small"], "--average", folder["1"], folder["2"], "--json").Output)!;
        Assert.Equal(2, average["models"]!.GetValue<int>());
        Assert.InRange(average["test_nats_per_frame"]!.GetValue<double>(), 0.1, worse);
        var transposed = Run("--data", folder["small"], "--average", folder["1"], "--transpositions", "2");
        Assert.Equal(Verbs.Done, transposed.Code);
        Assert.Matches(@"transpositions +2\n", transposed.Output);
    }

    [Fact]
    public void A_run_told_to_choose_says_nothing_of_test()
    {
        using var folder = Begin();
        var (code, told, _) = Run("--data", folder["small"], "--config", folder["config.json"], "--steps", "5", "--part", "valid");
        Assert.Equal(Verbs.Done, code);
        Assert.Contains("valid_nats_per_frame", told, StringComparison.Ordinal);
        Assert.DoesNotContain("test_", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_holds_one_run_that_can_go_on()
    {
        using var folder = Begin();
        string[] run = ["--data", folder["small"], "--out", folder["run"]];
        Assert.Equal(Verbs.Done, Run([.. run, "--config", folder["config.json"], "--steps", "4"]).Code);
        AssertRefused("a run was begun here", [.. run, "--steps", "4"]);
        AssertRefused("leave --model away", [.. run, "--resume", "--model", "gru"]);
        Assert.Equal(Verbs.Done, Run([.. run, "--resume", "--steps", "8"]).Code);
        Assert.Contains("goes on at step 4", File.ReadAllText(folder["run/train.log"]), StringComparison.Ordinal);
        FrameTunes.Write(FrameTunes.Set(), folder["other.json.gz"]);
        AssertRefused("the run there learns from small.json.gz", "--data", folder["other"], "--out", folder["run"], "--resume");
    }

    [Fact]
    public void Bad_input_gets_one_sentence_and_exit_code_2()
    {
        using var folder = Begin();
        string data = folder["small"];
        AssertRefused("--data is missing");
        AssertRefused("there is no such file", "--data", folder["none"]);
        AssertRefused("model is oracle; it must be lstm or gru", "--data", data, "--model", "oracle");
        AssertRefused("inputs is magic; it must be plain or matched", "--data", data, "--inputs", "magic");
        AssertRefused("output is none; it must be", "--data", data, "--output", "none");
        AssertRefused("--part train is neither", "--data", data, "--part", "train");
        AssertRefused("x belongs to no option", "x", "--data", data);
        AssertRefused("there is no run to resume", "--data", data, "--out", folder["none"], "--resume");
        AssertRefused("there is no such checkpoint", "--data", data, "--average", folder["none"]);
        AssertRefused("--seed is not known here", "--data", data, "--average", folder["none"], "--seed", "1");
        foreach (var (config, sentence) in new[]
        {
            ("""{ "hiden": 3 }""", "hiden"), ("""{ "hidden": "many" }""", "hidden"), ("[]", "it is not an object"),
            ("{", "no configuration of frames"),
            ("""{ "dropout": 1 }""", "dropout is 1; it must be from 0 to 0.9"), ("""{ "inputs": 3 }""", "no configuration of frames"),
        })
        {
            File.WriteAllText(folder["bad.json"], config);
            AssertRefused(sentence, "--data", data, "--config", folder["bad.json"]);
        }
        AssertRefused("there is no such configuration file", "--data", data, "--config", folder["none"]);
        Directory.CreateDirectory(folder["damaged"]);
        File.WriteAllText(folder["damaged/best.ckpt"], "CPFRAME1 but nothing more");
        AssertRefused("this is no checkpoint", "--data", data, "--average", folder["damaged"]);
    }

    [Fact]
    public void Runs_that_have_no_average_are_refused()
    {
        using var folder = Begin();
        foreach (string output in (string[])["independent", "autoregressive"])
            Run("--data", folder["small"], "--config", folder["config.json"], "--steps", "2", "--output", output, "--out", folder[output]);
        AssertRefused("have no average", "--data", folder["small"], "--average", folder["independent"], folder["autoregressive"]);
        FrameTunes.WriteText("""{ "train": [[[21], [108]]], "valid": [[[60], []]], "test": [[[60], []]] }""", folder["wide.json.gz"]);
        AssertRefused("off the keyboard", "--data", folder["wide"], "--average", folder["independent"], "--transpositions", "1");
    }

    [Fact]
    public void Help_is_given_when_asked_for()
    {
        var (code, told, errors) = Run("--help");
        Assert.Equal(Verbs.Done, code);
        Assert.StartsWith("composer-trainer frames --data", told, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    private static TemporaryFolder Begin()
    {
        var folder = new TemporaryFolder();
        FrameTunes.Write(FrameTunes.Set(), folder["small.json.gz"]);
        File.WriteAllText(folder["config.json"], Small);
        return folder;
    }

    private static void AssertRefused(string sentence, params string[] args) => CommandLine.AssertRefused(sentence, ["frames", .. args]);

    private static (int Code, string Output, string Errors) Run(params string[] args) => CommandLine.Run(["frames", .. args]);
}
