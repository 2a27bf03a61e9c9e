using ComposerPlugin.Models;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static ComposerPlugin.Trainer.Tests.CommandLine;
using static TorchSharp.torch;
using Grid = ComposerPlugin.Music.Grid;
using Style = ComposerPlugin.Models.Style;

namespace ComposerPlugin.Trainer.Tests;

public class AdversarialModelTests
{
    private static readonly TrainConfig _small = TrainConfig.Standard("gan") with
    {
        Latent = 6, Channels = 16, BatchTunes = 16, LearningRate = 5e-3, WarmupSteps = 1, FinalRate = 1, CheckpointMinutes = 1000, FeatureWeight = 1000, Transpose = false,
    };

    private static readonly BarPair[] _pairs = BarPair.Of(Enumerable.Range(0, 8).Select(seed => new Tune($"{seed}", seed, TestTunes.Tune(seed))));

    [Fact]
    public void Losses_are_numbers_and_features_come_nearer_while_it_trains()
    {
        using var folder = new TestFolder();
        manual_seed(1);
        using var model = new AdversarialModel(_small);
        double before = Features(model);
        Run(folder.Path, 100);
        Checkpoint.Read(Checkpoint.Last(folder.Path), model, []);
        var loss = Checkpoint.ReadHeader(Checkpoint.Last(folder.Path)).State.Losses[^1];
        Assert.True(double.IsFinite(loss.Train) && double.IsFinite(loss.Valid) && double.IsFinite(loss.Discriminator ?? double.NaN));
        Assert.InRange(Features(model), 0, before / 1.15);
    }

    [Fact]
    public void A_resumed_run_takes_the_steps_that_the_whole_one_takes()
    {
        using var whole = new TestFolder();
        using var parted = new TestFolder();
        Run(whole.Path, 6);
        Run(parted.Path, 3);
        Run(parted.Path, 6, resume: true);
        using var one = new AdversarialModel(_small);
        using var other = new AdversarialModel(_small);
        Checkpoint.Read(Checkpoint.Last(whole.Path), one, []);
        Checkpoint.Read(Checkpoint.Last(parted.Path), other, []);
        Assert.All(one.parameters().Zip(other.parameters()), pair => Assert.True(pair.First.allclose(pair.Second, atol: 1e-6)));
    }

    [Fact]
    public void Its_graph_says_what_the_generator_says()
    {
        using var folder = new TestFolder();
        manual_seed(3);
        using var model = new AdversarialModel(_small);
        Assert.InRange(BarParity.WriteAndCheck(model, folder.Path), 0, Parity.Tolerance);
        using (no_grad())
        {
            foreach (var parameter in model.Generator.parameters())
                parameter.mul_(1.3f);
        }
        var exception = Assert.Throws<InvalidOperationException>(() => BarParity.Check(model, folder["bar.onnx"]));
        Assert.StartsWith("export refused: at bar ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawn_rolls_are_zeros_and_ones_with_one_pitch_at_most_and_have_gradients()
    {
        using var scope = NewDisposeScope();
        using var model = new AdversarialModel(_small);
        var batch = new BarBatch([(_pairs[0], 0), (_pairs[1], 2)]);
        Assert.Equal([2, BarRoll.Steps, BarRoll.Width], batch.Next.shape);
        var logits = model.Generator.Forward(randn(2, _small.Latent), batch.Previous, batch.Chord, batch.Inside);
        var roll = BarGenerator.Drawn(logits, batch.Inside);
        float[] sums = roll.narrow(2, Pitch.Count, Pitch.Count).sum([2]).Values();
        Assert.All(roll.Values(), value => Assert.True(Math.Abs(value) < 1e-5 || Math.Abs(value - 1) < 1e-5));
        Assert.All(sums, sum => Assert.InRange(sum, -1e-4, 1.0001));
        Assert.All(sums.Where((_, i) => i % BarRoll.Steps >= 12), sum => Assert.Equal(0, sum, 1e-5));    // behind a bar of 6/8
        roll.square().sum().backward();
        Assert.Contains(model.Generator.parameters(), parameter => parameter.grad is { } grad && grad.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void Equal_bars_are_alike_and_silent_ones_are_not()
    {
        BarRoll[] bars = [.. _pairs.Select(pair => pair.Next)];
        Assert.Equal(0, BarLikeness.Of(bars, bars).Mean);
        Assert.InRange(BarLikeness.Of(bars, [.. bars.Select(_ => new BarRoll())]).Mean, 0.5, 1);
    }

    [Fact]
    public void A_style_is_trained_and_the_plugin_answers_with_it()
    {
        using var folder = new TestFolder();
        TestData.Write(folder["data"], Enumerable.Range(0, 6), [100], []);
        File.WriteAllText(folder["config.json"], """{ "channels": 16, "latent": 6, "batchTunes": 8 }""");
        Do("train", "--data", folder["data"], "--model", "gan", "--out", folder["style"], "--config", folder["config.json"], "--steps", "5");
        using var style = Style.Load(folder["style"]);
        Assert.NotNull(style.File.Training!.Losses![0].Unknown!["discriminator"].GetRawText());
        using var continuation = new Continuation(style);
        var prompt = TestTunes.Tune(3);
        int begin = 4 * prompt.Meter.BarTicks, end = 8 * prompt.Meter.BarTicks;
        var heard = new Phrase(prompt.Meter, prompt.Where(note => note.Onset < begin));
        Phrase Answer(uint seed) => continuation.Answer(heard, begin, end, new(Grid.Sixteenth, 1, 0.95f, seed));
        var answer = Answer(1);
        Assert.Equal(begin, answer[0].Onset);
        Assert.All(answer, note => Assert.True(note.End <= end && note.Onset % BarRoll.StepTicks == 0));
        Assert.Equal(answer, Answer(1));
    }

    private static double Features(AdversarialModel model)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        manual_seed(7);
        var batch = new BarBatch([.. _pairs.Select(pair => (pair, 0))]);
        var made = BarGenerator.Drawn(model.Generator.Forward(randn(_pairs.Length, _small.Latent), batch.Previous, batch.Chord, batch.Inside), batch.Inside);
        return GanLosses.Distance([batch.Next], [made]).item<float>();
    }

    private static void Run(string folder, int steps, bool resume = false)
    {
        using var output = new StringWriter();
        using var log = new TrainingLog(folder, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) }));
        manual_seed(1);
        var header = new CheckpointHeader("gan", "train", _small, new(1, 1, [], 60, 72, 80), new(null, null, null, null), new() { Seed = 1 });
        using var run = new GanRun(folder, header, new(null, steps), _pairs, [], log, resume);
        run.Go();
    }
}
