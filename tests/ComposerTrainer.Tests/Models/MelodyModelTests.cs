using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class MelodyModelTests
{
    private static readonly TrainConfig _small = new() { Layers = 2, Hidden = 24, Dense = 32, Heads = 3 };

    public static TheoryData<string, string, bool> Types => new()
    {
        { "lstm", TrainConfig.Rotary, false },
        { "gru", TrainConfig.Rotary, false },
        { "transformer", TrainConfig.Rotary, false },
        { "transformer", TrainConfig.Sinusoidal, false },
        { "lstm", TrainConfig.Rotary, true },
        { "gru", TrainConfig.Rotary, true },
        { "transformer", TrainConfig.Rotary, true },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Exported_graphs_match_the_model(string type, string positions, bool form)
    {
        foreach (bool gate in (bool[])[false, true])
        {
            using var folder = new TemporaryFolder();
            using var model = Model(type, _small with { Positions = positions, Form = form, Gate = gate });
            ((IMelodyModel)model).WriteGraphs(folder.Path);
            using var onnx = new OnnxMelody(folder.Path, StyleFolder.Graphs);
            Assert.InRange(Parity.Check((IMelodyModel)model, onnx), 0, Parity.Tolerance);
        }
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    public void Exported_graphs_match_a_model_without_parts_of_the_form(bool opening, bool diatonic, bool rhythm)
    {
        using var folder = new TemporaryFolder();
        using var model = Model(
            "gru", _small with { Hint = false, Form = true, FormOpening = opening, FormDiatonic = diatonic, FormRhythm = rhythm });
        ((IMelodyModel)model).WriteGraphs(folder.Path);
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.Graphs);
        Assert.InRange(Parity.Check((IMelodyModel)model, onnx), 0, Parity.Tolerance);
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("transformer")]
    public void Exported_graphs_match_a_one_layer_model_without_hint_bar_position_and_key(string type)
    {
        using var folder = new TemporaryFolder();
        using var model = Model(type, _small with { Layers = 1, Hidden = 16, Heads = 1, Hint = false, Places = false, Key = false });
        ((IMelodyModel)model).WriteGraphs(folder.Path);
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.Graphs);
        Assert.InRange(Parity.Check((IMelodyModel)model, onnx), 0, Parity.Tolerance);
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("transformer")]
    public void Graphs_with_other_weights_are_refused(string type)
    {
        using var folder = new TemporaryFolder();
        using var model = Model(type, _small);
        ((IMelodyModel)model).WriteGraphs(folder.Path);
        using (no_grad())
        {
            foreach (var parameter in model.parameters())
                parameter.mul_(1.01f);
        }
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.Graphs);
        var exception = Assert.Throws<InvalidOperationException>(() => Parity.Check((IMelodyModel)model, onnx));
        Assert.StartsWith("export refused: at step 1 ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Losses_match_those_of_the_graphs(string type, string positions, bool form)
    {
        using var folder = new TemporaryFolder();
        using var model = Model(type, _small with { Positions = positions, Form = form });
        ((IMelodyModel)model).WriteGraphs(folder.Path);
        Phrase[] tunes = [TestTunes.Tune(1), TestTunes.Tune(2, new(4, 4), 12), TestTunes.Tune(3, new(7, 8))];
        var sum = new LossSum();
        using (no_grad())
        {
            // The batch pads the tunes; the graphs process each tune alone.
            var batch = new Batch([.. StepRows.FromPhrases(tunes, form: form).Select(BatchItem.Whole)]);
            sum.Add(Loss.Compute((IMelodyModel)model, batch), batch.Notes);
        }
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.Graphs);
        var expected = StyleScore.Measure(onnx, tunes).Bits;
        var actual = sum.Bits();
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Timing, actual.Timing, 1e-4);
        Assert.Equal(expected.Pitch, actual.Pitch, 1e-4);
        Assert.Equal(expected.Duration, actual.Duration, 1e-4);
        Assert.Equal(expected.Velocity, actual.Velocity, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Single_steps_match_the_whole_sequence(string type, string positions, bool form)
    {
        using var noGradients = no_grad();
        using var module = Model(type, _small with { Positions = positions, Form = form });
        var model = (IMelodyModel)module;
        var batch = new Batch([BatchItem.Whole(StepRows.FromPhrases([TestTunes.Tune(4)], form: form)[0])]);
        var (atOnce, present) = model.Step(batch.Inputs, []);
        Tensor[] past = [];
        for (int step = 0; step < batch.Note.shape[1]; step++)
        {
            var (hidden, next) = model.Step(batch.Inputs.Narrow(step, 1), past);
            AssertClose(atOnce.narrow(1, step, 1), hidden);
            past = next;
        }
        Assert.Equal(model.Past.Count, past.Length);
        for (int i = 0; i < past.Length; i++)
            AssertClose(present[i], past[i]);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Later_steps_do_not_change_earlier_outputs(string type, string positions, bool form)
    {
        using var noGradients = no_grad();
        using var module = Model(type, _small with { Positions = positions, Form = form });
        var model = (IMelodyModel)module;
        var batch = new Batch([BatchItem.Whole(StepRows.FromPhrases([TestTunes.Tune(5)], form: form)[0])]);
        const int Known = 7;
        var whole = model.Step(batch.Inputs, []).Hidden;
        var beginning = model.Step(batch.Inputs.Narrow(0, Known), []).Hidden;
        AssertClose(whole.narrow(1, 0, Known), beginning);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Earlier_steps_change_later_outputs(string type, string positions, bool form)
    {
        using var noGradients = no_grad();
        using var module = Model(type, _small with { Positions = positions, Form = form });
        var model = (IMelodyModel)module;
        var note = tensor([60L, 12, 11, 62, 12, 11, 64, 12, 11], [1, 3, 3], ScalarType.Int64);
        var swapped = tensor([62L, 12, 11, 60, 12, 11, 64, 12, 11], [1, 3, 3], ScalarType.Int64);
        Tensor barPosition = zeros([1, 3, 4], ScalarType.Int64), hint = zeros([1, 3, 4], ScalarType.Int64);
        var known = form ? zeros([1, 3, FormHint.Length], ScalarType.Int64) : null;
        float[] first = model.Step(new(note, barPosition, hint, known), []).Hidden.Values();
        float[] second = model.Step(new(swapped, barPosition, hint, known), []).Hidden.Values();
        // The order of the earlier notes matters, too.
        Assert.Contains(first.Zip(second).Skip(2 * first.Length / 3), pair => Math.Abs(pair.First - pair.Second) > 1e-3);
    }

    [Fact]
    public void Heads_that_do_not_divide_the_width_are_refused()
    {
        var exception = Assert.Throws<BadInputException>(() => Model("transformer", _small with { Heads = 5 }));
        Assert.Contains("make hidden a multiple of 10", exception.Message, StringComparison.Ordinal);
    }

    private static nn.Module Model(string type, TrainConfig config)
    {
        manual_seed(5);
        var model = ModelTypes.Create(type, config);
        model.eval();
        return model;
    }

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.All(expected.Values().Zip(actual.Values()), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }
}
