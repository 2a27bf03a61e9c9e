using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Training;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class StyleTokenTests(StyleTokenTests.TrainedModel trained) : IClassFixture<StyleTokenTests.TrainedModel>
{
    private const int LowPitch = 48, HighPitch = 72;

    private readonly TemporaryFolder _folder = trained.Folder;

    [Fact]
    public void Each_style_is_predicted_best_under_its_own_token()
    {
        var (header, model) = Checkpoint.ReadModel(Checkpoint.Best(_folder["both"]));
        using (model)
        {
            double PitchBits(int firstSeed, int lowest, string style) => ValidationLoss.Measure(model,
                StepRows.FromPhrases([.. Enumerable.Range(firstSeed, 16).Select(seed => Short(seed, lowest))],
                    header.Config.TokenOf(style)), header.Config).Pitch;
            // Only the first of four notes depends on the token; the others follow from it. A trained model differs by 1.1 to 1.9 bits;
            // the limit of 0.5 bits allows for other machines.
            Assert.InRange(PitchBits(180, LowPitch, "high") - PitchBits(180, LowPitch, "low"), 0.5, double.MaxValue);
            Assert.InRange(PitchBits(380, HighPitch, "low") - PitchBits(380, HighPitch, "high"), 0.5, double.MaxValue);
        }
    }

    [Fact]
    public void An_exported_style_uses_its_token_by_default()
    {
        double Bits(string style)
        {
            Do("export", "--checkpoint", _folder["both"], "--out", _folder[$"as-{style}"], "--token", style);
            string output = Do("evaluate", _folder[$"as-{style}"], "--data", _folder["high"], "--takes", "0", "--json");
            return System.Text.Json.Nodes.JsonNode.Parse(output)!["bits_per_note"]!.GetValue<double>();
        }
        Assert.True(Bits("high") < Bits("low"));
        Assert.Equal("high", StyleFile.Read(_folder["as-high"]).Training!.Unknown!["config"].GetProperty("style").GetString());
    }

    [Fact]
    public void Export_from_a_style_can_select_another_of_its_tokens()
    {
        Do("export", "--from", _folder["base"], "--token", "high", "--data", _folder["high"], "--out", _folder["other"], "--name", "High");
        Do("export", "--checkpoint", _folder["both"], "--out", _folder["same"], "--token", "high");
        Assert.Equal(File.ReadAllBytes(_folder["same/step.onnx"]), File.ReadAllBytes(_folder["other/step.onnx"]));
        Assert.Equal(File.ReadAllBytes(_folder["same/pitch.onnx"]), File.ReadAllBytes(_folder["other/pitch.onnx"]));
        var style = StyleFile.Read(_folder["other"]);
        Assert.Equal(("High", "other", 72, 76), (style.Name, style.Id, style.PitchRange.Lowest, style.PitchRange.Highest));
        AssertRefused("no token for the style \"waltz\"", "export", "--from", _folder["base"], "--token", "waltz", "--out",
            _folder["waltz"]);
        AssertRefused("cannot replace a style it is derived from", "export", "--from", _folder["base"], "--token", "low", "--out",
            _folder["base"]);
    }

    [Fact]
    public void A_token_that_the_model_does_not_have_is_refused() => AssertRefused(
        "no token for the style \"waltz\"; it has low, high", "export", "--checkpoint", _folder["both"], "--out", _folder["waltz"],
        "--token", "waltz");

    [Fact]
    public void A_token_without_tunes_is_refused_unless_the_model_has_learnt_it()
    {
        AssertRefused("no tune comes from the source \"high\"", "train", "--data", _folder["low"], "--out", _folder["x"], "--config",
            _folder["config.json"]);
        Do("train", "--from", _folder["base"], "--data", _folder["low"], "--out", _folder["on"], "--steps", "1");
    }

    [Fact]
    public void Fine_tuning_starts_from_the_nearest_token()
    {
        TestData.Write(_folder["mine"], Enumerable.Range(400, 6), [], [], seed => Short(seed, 72));
        Assert.Contains("high is nearest to these tunes",
            Do("finetune", "--from", _folder["base"], "--data", _folder["mine"], "--out", _folder["tuned"],
            "--minutes", "0.001"), StringComparison.Ordinal);
    }

    // Four quarter notes drawn from five pitches. The tune is short, so that the token matters for a quarter of its notes.
    private static Phrase Short(int seed, int lowest)
    {
        var random = new Random(seed);
        return new(new(4, 4),
            Enumerable.Range(0, 4).Select(i => new Note(i * Ticks.PerQuarter, Ticks.PerQuarter, new((byte)(lowest + random.Next(5))), 80)));
    }

    /// <summary>
    /// Two data sets and a model trained on both. The token is its only input that distinguishes them.
    /// </summary>
    public sealed class TrainedModel : IDisposable
    {
        public TrainedModel()
        {
            TestData.Write(Folder["low"], Enumerable.Range(0, 160), Enumerable.Range(160, 16), Enumerable.Range(180, 16),
                seed => Short(seed, LowPitch), "low");
            TestData.Write(Folder["high"], Enumerable.Range(200, 160), Enumerable.Range(360, 16), Enumerable.Range(380, 16),
                seed => Short(seed, HighPitch), "high");
            File.WriteAllText(Folder["config.json"], """
                {
                  "hidden": 32, "dense": 16, "layers": 1, "gate": false, "hint": false, "key": false, "places": false, "dropout": 0,
                  "batchTunes": 16, "learningRate": 0.01, "warmupSteps": 5, "transpose": false, "styles": ["low", "high"]
                }
                """);
            Do("train", "--data", Folder["low"], "--data", Folder["high"], "--out", Folder["both"], "--config", Folder["config.json"],
                "--steps", "160");
            Do("export", "--checkpoint", Folder["both"], "--out", Folder["base"]);
        }

        internal TemporaryFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
