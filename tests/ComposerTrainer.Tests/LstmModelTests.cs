using ComposerPlugin.Models;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class LstmModelTests
{
    private static readonly Dictionary<string, string> _graphs = new()
    {
        [GraphRole.Step] = GraphFiles.Step,
        [GraphRole.Pitch] = GraphFiles.Pitch,
        [GraphRole.Duration] = GraphFiles.Duration,
        [GraphRole.Velocity] = GraphFiles.Velocity,
    };

    [Theory]
    [InlineData(1, 16, 8)]
    [InlineData(2, 24, 32)]
    public void Its_graphs_say_what_it_says(int layers, int hidden, int dense)
    {
        using var folder = new TestFolder();
        using var model = Model(layers, hidden, dense);
        model.WriteGraphs(folder.Path);
        using var onnx = new OnnxMelody(folder.Path, _graphs);
        Assert.InRange(Parity.Check(model, onnx), 0, Parity.Tolerance);
    }

    [Fact]
    public void Graphs_of_other_weights_are_refused()
    {
        using var folder = new TestFolder();
        using var model = Model(1, 16, 8);
        model.WriteGraphs(folder.Path);
        using (no_grad())
        {
            foreach (var parameter in model.parameters())
                parameter.mul_(1.01f);
        }
        using var onnx = new OnnxMelody(folder.Path, _graphs);
        var exception = Assert.Throws<InvalidOperationException>(() => Parity.Check(model, onnx));
        Assert.StartsWith("export refused: at step 1 ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Losses_are_those_that_the_graphs_give()
    {
        using var folder = new TestFolder();
        using var model = Model(2, 24, 32);
        model.WriteGraphs(folder.Path);
        StepRows[] tunes = StepRows.Of([TestTunes.Tune(1), TestTunes.Tune(2, new(4, 4), 12), TestTunes.Tune(3, new(7, 8))]);
        var sum = new LossSum();
        using (no_grad())
        {
            // Side by side and padded, where the graphs meet each tune alone.
            var batch = new Batch([.. tunes.Select(BatchItem.Whole)]);
            sum.Add(Loss.Of(model, batch), batch.Notes);
        }
        using var onnx = new OnnxMelody(folder.Path, _graphs);
        var expected = StyleScore.Of(onnx, tunes).Bits;
        var actual = sum.Bits();
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Timing, actual.Timing, 1e-4);
        Assert.Equal(expected.Pitch, actual.Pitch, 1e-4);
        Assert.Equal(expected.Duration, actual.Duration, 1e-4);
        Assert.Equal(expected.Velocity, actual.Velocity, 1e-4);
    }

    private static LstmModel Model(int layers, int hidden, int dense)
    {
        manual_seed(5);
        var model = new LstmModel(new() { Layers = layers, Hidden = hidden, Dense = dense });
        model.eval();
        return model;
    }
}
