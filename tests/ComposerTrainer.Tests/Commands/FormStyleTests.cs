using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Training;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Styles with form inputs, through every command that writes or plays a style.</summary>
public sealed class FormStyleTests : IDisposable
{
    private const string Small = """
        { "hidden": 16, "dense": 16, "layers": 1, "batchTunes": 4, "learningRate": 0.01, "warmupSteps": 5, "form": true, "dropout": 0 }
        """;

    private readonly TemporaryFolder _folder = new();

    public FormStyleTests()
    {
        TestData.Write(_folder["data"], Enumerable.Range(0, 12), [100, 101], [200, 201]);
        Train("form", Small);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_style_states_its_form_inputs()
    {
        var style = StyleFile.Read(_folder["form"]);
        Assert.Equal((StyleFile.CurrentFormat, FormHint.Version), (style.Format, style.Form!.Version));

        Train("plain", Small.Replace("\"form\": true", "\"form\": false", StringComparison.Ordinal));
        var plain = StyleFile.Read(_folder["plain"]);
        Assert.Equal(StyleFile.FirstFormat, plain.Format);
        Assert.Null(plain.Form);
    }

    [Fact]
    public void Graphs_score_tunes_as_the_model_does_in_training()
    {
        var losses = StyleFile.Read(_folder["form"]).Training!.Losses!;
        var metrics = JsonNode.Parse(Do("evaluate", _folder["form"], "--data", _folder["data"], "--takes", "2", "--json"))!;
        Assert.InRange(metrics["bits_per_note"]!.GetValue<double>(), 0, losses[0].Valid!.Value);
        Assert.NotNull(metrics["step_ms_p99"]);
    }

    [Fact]
    public void Weights_are_read_back_from_the_graphs()
    {
        var (config, read) = PretrainedModel.Read(StyleFile.Read(_folder["form"]), _folder["form"]);
        var (_, expected) = Checkpoint.ReadModel(Checkpoint.Best(_folder["form"]));
        using (read)
        using (expected)
        {
            Assert.True(config.Form);
            Assert.True(((IMelodyModel)read).HasForm);
            foreach (var (weight, same) in expected.parameters().Zip(read.parameters()))
                Assert.True(weight.eq(same).all().item<bool>());
        }
    }

    [Fact]
    public void A_style_is_trained_further_halved_and_joined()
    {
        Do("train", "--from", _folder["form"], "--data", _folder["data"], "--out", _folder["next"], "--steps", "2");
        Do("export", "--from", _folder["next"], "--half", "--out", _folder["half"]);
        Do("ensemble", _folder["form"], _folder["half"], "--out", _folder["both"]);
        foreach (string name in (string[])["next", "half", "both"])
        {
            Assert.Equal(FormHint.Version, StyleFile.Read(_folder[name]).Form!.Version);
            Assert.Equal(StyleFile.CurrentFormat, StyleFile.Read(_folder[name]).Format);
            Assert.InRange(SmallStyles.Bits(_folder[name]), 0, 20);
        }
        Do("finetune", "--from", _folder["form"], "--data", _folder["data"], "--out", _folder["mine"], "--minutes", "0.01");
        Assert.Equal(FormHint.Version, StyleFile.Read(_folder["mine"]).Form!.Version);

        Train("plain", Small.Replace("\"form\": true", "\"form\": false", StringComparison.Ordinal));
        AssertRefused("some of the styles have form inputs", "ensemble", _folder["form"], _folder["plain"], "--out", _folder["x"]);
        File.WriteAllText(_folder["on.json"], """{ "form": true }""");
        AssertRefused("gives another architecture than", "train", "--from", _folder["plain"], "--data", _folder["data"], "--out",
            _folder["x"], "--config", _folder["on.json"]);
    }

    [Fact]
    public void The_plugin_plays_it_the_same_with_the_same_seed()
    {
        using var style = LoadedStyle.Load(_folder["form"]);
        using var composer = new PhraseComposer(style);
        var prompt = TestTunes.Tune(300);
        Phrase half = new(prompt.Meter, prompt.Where(note => note.Onset < 4 * prompt.Meter.BarTicks));
        Phrase Play(uint seed) => composer.Answer(half, 4 * half.Meter.BarTicks, 8 * half.Meter.BarTicks, new(Grid.Sixteenth, 1, 1, seed));

        var first = Play(1);
        var other = Play(2);

        Assert.NotEmpty(first);
        Assert.NotEqual(first, other);
        Assert.Equal(first, Play(1));
    }

    [Fact]
    public void A_resumed_run_keeps_its_form()
    {
        Do("train", "--data", _folder["data"], "--out", _folder["form"], "--resume", "--steps", "42");
        Assert.True(Checkpoint.ReadHeader(Checkpoint.Last(_folder["form"])).Config.Form);
        Assert.Equal(FormHint.Version, StyleFile.Read(_folder["form"]).Form!.Version);
    }

    private void Train(string name, string config)
    {
        File.WriteAllText(_folder["config.json"], config);
        Do("train", "--model", "gru", "--data", _folder["data"], "--out", _folder[name], "--config", _folder["config.json"],
            "--steps", "40");
    }
}
