using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class EnsembleTests : IClassFixture<SmallStyles>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EnsembleTests(SmallStyles styles)
    {
        styles.Copy("small", _folder["small"]);
        styles.Copy("large", _folder["large"]);
    }

    [Fact]
    public void Styles_of_different_sizes_become_one_ensemble()
    {
        // The command itself checks that the probabilities equal the mean.
        string output = Do("ensemble", _folder["small"], _folder["large"], "--out", _folder["both"], "--name", "Both");
        Assert.Contains("style of 2 members", output, StringComparison.Ordinal);
        var style = StyleFile.Read(_folder["both"]);
        Assert.Equal(("ensemble", "both", "Both", "CC0; MIT"), (style.Type, style.Id, style.Name, style.Licence));
        using var step = new InferenceSession(Path.Combine(_folder["both"], style.Graphs[GraphRole.Step]));
        Assert.Equal(["past.0.c", "past.0.h", "past.1.c", "past.1.h"],
            step.InputMetadata.Keys.Where(name => name.StartsWith("past.", StringComparison.Ordinal)).Order());
        Assert.False(Directory.Exists(_folder["both/unproved"]));
    }

    [Fact]
    public void Nested_ensemble_of_equal_members_predicts_the_same()
    {
        Do("ensemble", _folder["small"], _folder["small"], "--out", _folder["twice"]);
        Do("ensemble", _folder["twice"], _folder["small"], "--out", _folder["thrice"]);
        Assert.Equal(Bits("small"), Bits("thrice"), 1e-4);
    }

    [Fact]
    public void Ensemble_is_no_worse_than_the_mean_of_its_members()
    {
        Do("ensemble", _folder["small"], _folder["large"], "--out", _folder["both"]);
        // By the concavity of the logarithm.
        Assert.InRange(Bits("both"), 0, ((Bits("small") + Bits("large")) / 2) + 1e-6);
    }

    [Fact]
    public void Invalid_members_are_refused()
    {
        AssertRefused("give two STYLE folders or more", "ensemble", _folder["small"], "--out", _folder["both"]);
        AssertRefused("a style cannot replace a style it is derived from", "ensemble", _folder["small"], _folder["large"], "--out",
            _folder["large"]);
        AssertRefused("There is no style folder", "ensemble", _folder["small"], _folder["none"], "--out", _folder["both"]);
        File.WriteAllText(_folder["large/pitch.onnx"], "no graph");
        AssertRefused("is not a complete ONNX file", "ensemble", _folder["small"], _folder["large"], "--out", _folder["both"]);
        File.Delete(_folder["large/pitch.onnx"]);
        AssertRefused("pitch.onnx", "ensemble", _folder["small"], _folder["large"], "--out", _folder["both"]);
        Assert.False(Directory.Exists(_folder["both"]));
    }

    public void Dispose() => _folder.Dispose();

    private double Bits(string name) => SmallStyles.Bits(_folder[name]);
}
