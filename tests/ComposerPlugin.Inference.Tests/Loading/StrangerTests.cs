using System.Diagnostics;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Tests.Shared.Refusal;

namespace ComposerPlugin.Inference.Tests;

/// <summary>Graphs that would fill the memory or take forever.</summary>
public sealed class StrangerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TimeSpan _limit = TimedRuns.Limit;

    public StrangerTests() => TinyStyle.Write(_folder.Path);

    public void Dispose()
    {
        TimedRuns.Limit = _limit;
        _folder.Dispose();
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    [InlineData(20_000_000, false)]
    public void Noise_is_bounded(int noise, bool isAccepted)
    {
        (StyleFiles.Recurrent with { Type = ModelType.Gan, Graphs = new Dictionary<string, string> { [GraphRole.Bar] = "bar.onnx" } })
            .Write(_folder.Path);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Bar, new OnnxGraph()
            .Numbers("noise", -1, noise).Numbers("previous", -1, BarRoll.Steps, BarRoll.Width).Numbers("chord", -1, BarRoll.Chords)
            .Numbers("inside", -1, BarRoll.Steps).Node("Identity", "roll", ["previous"]).Output("roll", -1, BarRoll.Steps, BarRoll.Width));

        if (isAccepted)
            Load();
        else
            AssertRefused(noise > 1 << 16 ? "more than 65536 numbers in a dimension" : "more than 4096 numbers at \"noise\"", Load);
    }

    [Theory]
    [InlineData(65, 1, false)]
    [InlineData(9, 16384, false)]
    [InlineData(8, 16384, true)]
    public void States_of_an_ensemble_are_bounded_together(int states, int width, bool isAccepted)
    {
        (StyleFiles.Recurrent with { Type = ModelType.Ensemble }).Write(_folder.Path);
        var graph = new OnnxGraph().Classes("note", -1, -1, 3).Classes("place", -1, -1, 4).Classes("hint", -1, -1, 4)
            .Weights("table", new float[TinyStyle.Width], 1, 1, TinyStyle.Width).Node("Identity", "hidden", ["table"])
            .Output("hidden", -1, -1, TinyStyle.Width);
        for (int i = 0; i < states; i++)
        {
            graph.Numbers($"past.{i}", -1, 1, width).Node("Identity", $"present.{i}", [$"past.{i}"])
                .Output($"present.{i}", -1, 1, width);
        }
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, graph);

        if (isAccepted)
            Load();
        else
            AssertRefused("has more than 64 states, or 131072 numbers in them", Load);
    }

    [Fact]
    public void Graph_that_takes_too_long_is_stopped()
    {
        TimedRuns.Limit = TimeSpan.FromMilliseconds(300);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, Slow(2000));
        long began = Stopwatch.GetTimestamp();

        AssertRefused("The style Test was stopped, because its graphs take too long: choose another style.", Load);

        // All of it takes minutes.
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.2, 30);
    }

    [Fact]
    public void Graphs_of_another_style_run_beside_one_that_was_stopped()
    {
        using var good = new TemporaryFolder();
        TinyStyle.Write(good.Path);
        using var style = LoadedStyle.Load(good.Path);
        using var model = style.CreateModel();
        float[] before = Steps.Play(model, 0, 4);
        TimedRuns.Limit = TimeSpan.FromMilliseconds(300);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, Slow(2000));
        Assert.Throws<StyleException>(Load);

        model.Reset();
        Assert.Equal(before, Steps.Play(model, 0, 4));
    }

    // Products of large matrices, made from the input so that they are not folded.
    private static OnnxGraph Slow(int products)
    {
        var graph = new OnnxGraph().Numbers("hidden", -1, -1, TinyStyle.Width).Classes("gap", -1, -1).Classes("place", -1, -1)
            .Integers("line", -1).Integers("begin", 0).Integers("end", 1).Integers("square", 2000, 2000).Integers("single", 1, 1, -1)
            .Integers("third", 2).Weights("table", new float[Vocabulary.Pitches], 1, 1, Vocabulary.Pitches)
            .Node("Reshape", "flat", ["hidden", "line"]).Node("Slice", "one", ["flat", "begin", "end"])
            .Node("Expand", "product.0", ["one", "square"]);
        for (int i = 1; i <= products; i++)
            graph.Node("MatMul", $"product.{i}", [$"product.{i - 1}", "product.0"]);
        return graph.Node("Reshape", "numbers", [$"product.{products}", "single"])
            .Node("Slice", "least", ["numbers", "begin", "end", "third"]).Node("Add", "logits", ["table", "least"])
            .Output("logits", -1, -1, Vocabulary.Pitches);
    }

    private void Load() => LoadedStyle.Load(_folder.Path).Dispose();
}
