using ComposerPlugin.Composing;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static ComposerPlugin.Trainer.Tests.CommandLine;
using static TorchSharp.torch;
using Grid = ComposerPlugin.Music.Grid;
using LoadedStyle = ComposerPlugin.Inference.LoadedStyle;

namespace ComposerPlugin.Trainer.Tests;

public class AdversarialModelTests
{
    private static readonly TrainConfig _small = TrainConfig.Default("gan") with
    {
        Latent = 6, Channels = 16, BatchTunes = 16, LearningRate = 5e-3, WarmupSteps = 1, FinalRate = 1, CheckpointMinutes = 1000,
        WeightAverage = 0.9,
    };

    private static readonly BarPair[] _pairs = Pairs(0, 8);

    [Fact]
    public void Losses_are_finite()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 10);
        var loss = Checkpoint.ReadHeader(Checkpoint.Last(folder.Path)).State.Losses[^1];
        Assert.True(double.IsFinite(loss.Train) && double.IsFinite(loss.Valid) && double.IsFinite(loss.Discriminator ?? double.NaN));
    }

    [Fact]
    public void Matching_brings_generated_bars_closer_to_held_out_bars()
    {
        // One run is not enough: the order of additions changes the distance, without matching between 0.6 and 11.
        double[] matched = Distances(_small), alone = Distances(_small with { RollWeight = 0, FeatureWeight = 0 });
        Assert.True(matched.Average() < alone.Average(), $"{string.Join(", ", matched)} with matching, {string.Join(", ", alone)} without");

        static double[] Distances(TrainConfig config) => [.. Enumerable.Range(1, 4).Select(seed => HeldOut(config, 80, seed))];
    }

    [Fact]
    public void Distance_is_half_the_squared_difference_of_the_means()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0.5 * (9 + 9 + 9), GanLosses.Distance(zeros(4, 3), full([4, 3], 3f)).item<float>(), 1e-5);
        Assert.Equal(0, GanLosses.Distance(ones(4, 3), ones(4, 3)).item<float>(), 1e-6);
    }

    [Fact]
    public void Mean_distance_of_small_samples_of_one_distribution_is_0()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        double[] distances = [.. Enumerable.Range(0, 400).Select(_ =>
            (double)GanLosses.Distance(randn([4, 8], generator: generator), randn([4, 8], generator: generator)).item<float>())];
        double error = Math.Sqrt(distances.Average(distance => distance * distance) / distances.Length);
        Assert.InRange(distances.Average(), -3 * error, 3 * error);
    }

    [Fact]
    public void The_spectral_norm_is_the_largest_singular_value_and_is_limited()
    {
        using var scope = NewDisposeScope();
        using var diagonal = tensor(new float[] { 3, 0, 0, 0, -4, 0 }, [2, 3]);
        Assert.Equal(4, SpectralNorm.Of(diagonal), 1e-3);
        using var model = new AdversarialModel(_small);
        var weights = model.Discriminator.parameters().Where(parameter => parameter.shape.Length > 1).ToList();
        Assert.Contains(weights, weight => SpectralNorm.Of(weight) > 1);
        model.Discriminator.LimitNorm(1);
        Assert.All(weights, weight => Assert.InRange(SpectralNorm.Of(weight), 0, 1.001));
    }

    [Fact]
    public void Bars_are_drawn_in_proportion_to_the_weights_of_their_tunes()
    {
        Tune[] tunes = [new("a", 0, TestTunes.Tune(0)), new("b", 1, TestTunes.Tune(1))];
        var pairs = BarPair.FromTunes(tunes, [3, 1]);
        int first = BarPair.FromTunes(tunes[..1]).Length;
        double expected = 3.0 * first / ((3.0 * first) + (pairs.Length - first));
        var drawn = new BarSampler(pairs).Draw(4000, new(1));
        Assert.Equal(expected, drawn.Count(pair => pair.Weight == 3) / 4000.0, 0.03);
    }

    [Fact]
    public void Bars_are_transposed_to_the_key_without_accidentals()
    {
        // D major, up and down; then the same in B flat.
        int[] scale = [62, 64, 66, 67, 69, 71, 73, 74, 73, 71, 69, 67, 66, 64, 62, 57];
        foreach (int semitones in (int[])[0, 8])
        {
            var phrase = new Phrase(Meter.Common, scale.Select((pitch, i) => new Note(i * 24, 24, new((byte)(pitch + semitones)), 80)));
            var pairs = BarPair.FromTunes([new Tune("", 0, phrase)]);
            Assert.Equal(4, pairs.Length);
            Assert.All(pairs, pair => Assert.All(Enumerable.Range(0, pair.Next.Length),
                step => Assert.Contains(pair.Next.PitchAt(step) % 12, (int[])[0, 2, 4, 5, 7, 9, 11])));
            Assert.Equal(pairs[0].Next.PitchAt(15), pairs[1].Previous.PitchAt(15));
        }
    }

    [Fact]
    public void A_resumed_run_reaches_the_weights_of_an_uninterrupted_run()
    {
        using var whole = new TemporaryFolder();
        using var resumed = new TemporaryFolder();
        Run(whole.Path, 6);
        Run(resumed.Path, 3);
        Run(resumed.Path, 6, resume: true);
        using var one = new AdversarialModel(_small);
        using var other = new AdversarialModel(_small);
        Checkpoint.Read(Checkpoint.Last(whole.Path), one, []);
        Checkpoint.Read(Checkpoint.Last(resumed.Path), other, []);
        Assert.All(one.parameters().Zip(other.parameters()), pair => Assert.True(pair.First.allclose(pair.Second, atol: 1e-6)));
    }

    [Fact]
    public void Best_weights_newer_than_the_last_checkpoint_are_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 3);
        // The state of a run that was killed after it wrote new best weights and before its next checkpoint.
        string best = Checkpoint.Best(folder.Path);
        var (header, model) = Checkpoint.ReadModel(best);
        using (model)
            Checkpoint.Write(best, header with { State = header.State with { BestValid = 1e-6, BestEpoch = 9 } }, model, []);
        byte[] before = File.ReadAllBytes(best);
        Run(folder.Path, 6, resume: true);
        Assert.Equal(before, File.ReadAllBytes(best));
        var state = Checkpoint.ReadHeader(Checkpoint.Last(folder.Path)).State;
        Assert.Equal((1e-6, 9, 6), (state.BestValid!.Value, state.BestEpoch, state.Step));
        Assert.Contains("resumed at step 3, epoch 2, after ", File.ReadAllText(folder["train.log"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Non_finite_average_weights_are_not_saved_and_the_last_checkpoint_is_restored()
    {
        using var folder = new TemporaryFolder();
        using var log = Log(folder.Path);
        var model = new AdversarialModel(_small);
        using var keeper = new CheckpointKeeper(folder.Path, Header(_small, 1), new(null, 10), model, [[.. model.Generator.parameters()]],
            log, resume: false);
        keeper.State.Step = 3;
        using (no_grad())
            model.Average.parameters().First().fill_(float.NaN);
        Assert.False(keeper.Save());
        Assert.Equal(0, Checkpoint.ReadHeader(Checkpoint.Last(folder.Path)).State.Step);
        keeper.RollBack();
        Assert.Equal((0, 0.5), (keeper.State.Step, keeper.State.RateFactor));
        Assert.True(keeper.Save());
    }

    [Fact]
    public void Exported_graph_matches_the_generator()
    {
        using var folder = new TemporaryFolder();
        manual_seed(3);
        using var model = new AdversarialModel(_small);
        Assert.InRange(BarParity.WriteAndCheck(model, folder.Path), 0, Parity.Tolerance);
        using (no_grad())
        {
            foreach (var parameter in model.Average.parameters())
                parameter.mul_(1.3f);
        }
        var exception = Assert.Throws<InvalidOperationException>(() => BarParity.Check(model, folder["bar.onnx"]));
        Assert.StartsWith("export refused: at bar ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sampled_rolls_are_binary_monophonic_and_differentiable()
    {
        using var scope = NewDisposeScope();
        using var model = new AdversarialModel(_small);
        var batch = new BarBatch([_pairs[0], _pairs[1]]);
        Assert.Equal([2, BarRoll.Steps, BarRoll.Width], batch.Next.shape);
        var logits = model.Generator.Forward(randn(2, _small.Latent), batch.Previous, batch.Chord, batch.Inside);
        var roll = BarGenerator.Drawn(logits, batch.Previous, batch.Inside);
        float[] sums = roll.narrow(2, Pitch.Count, Pitch.Count).sum([2]).Values();
        Assert.All(roll.Values(), value => Assert.True(Math.Abs(value) < 1e-5 || Math.Abs(value - 1) < 1e-5));
        Assert.All(sums, sum => Assert.InRange(sum, -1e-4, 1.0001));
        Assert.All(sums.Where((_, i) => i % BarRoll.Steps >= 12), sum => Assert.Equal(0, sum, 1e-5));    // after the end of a 6/8 bar
        roll.square().sum().backward();
        Assert.Contains(model.Generator.parameters(), parameter => parameter.grad is { } grad && grad.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void Distance_of_equal_bars_is_0_and_of_silent_bars_large()
    {
        BarRoll[] bars = [.. _pairs.Select(pair => pair.Next)];
        Assert.Equal(0, BarDistance.Compare(bars, bars).Mean);
        Assert.InRange(BarDistance.Compare(bars, [.. bars.Select(_ => new BarRoll())]).Mean, 0.5, 1);
    }

    [Fact]
    public void The_plugin_answers_with_a_trained_style()
    {
        using var folder = new TemporaryFolder();
        TestData.Write(folder["data"], Enumerable.Range(0, 6), [100], []);
        File.WriteAllText(folder["config.json"], """{ "channels": 16, "latent": 6, "batchTunes": 8 }""");
        Do("train", "--data", folder["data"], "--model", "gan", "--out", folder["style"], "--config", folder["config.json"],
            "--steps", "5");
        using var style = LoadedStyle.Load(folder["style"]);
        Assert.NotNull(style.File.Training!.Losses![0].Unknown!["discriminator"].GetRawText());
        using var continuation = new PhraseComposer(style);
        var prompt = TestTunes.Tune(3);
        int begin = 4 * prompt.Meter.BarTicks, end = 8 * prompt.Meter.BarTicks;
        var heard = new Phrase(prompt.Meter, prompt.Where(note => note.Onset < begin));
        Phrase Answer(uint seed) => continuation.Answer(heard, begin, end, new(Grid.Sixteenth, 1, 0.95f, seed));
        var answer = Answer(1);
        Assert.Equal(begin, answer[0].Onset);
        Assert.All(answer, note => Assert.True(note.End <= end && note.Onset % BarRoll.StepTicks == 0));
        Assert.Equal(answer, Answer(1));
    }

    // Distance of generated bars from held-out bars, with noise that training did not use.
    private static double HeldOut(TrainConfig config, int steps, int seed)
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, steps, config: config, seed: seed);
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        using var model = new AdversarialModel(config);
        Checkpoint.Read(Checkpoint.Last(folder.Path), model, []);
        manual_seed(7);
        var pairs = Pairs(100, 8);
        var batch = new BarBatch(pairs);
        return GanLosses.Distance(batch.Next, GanLosses.Generate(model.Generator, batch, randn(pairs.Length, config.Latent))).item<float>();
    }

    private static BarPair[] Pairs(int firstSeed, int tunes) =>
        BarPair.FromTunes(Enumerable.Range(firstSeed, tunes).Select(seed => new Tune($"{seed}", seed, TestTunes.Tune(seed))));

    private static void Run(string folder, int steps, bool resume = false, TrainConfig? config = null, int seed = 1)
    {
        using var log = Log(folder);
        manual_seed(seed);
        var header = Header(config ?? _small, seed);
        using var run = new GanRun(folder, header, new(null, steps), _pairs, [], log, resume);
        if (steps > 0)
            run.Run();
    }

    private static CheckpointHeader Header(TrainConfig config, int seed) =>
        new("gan", "train", config, new(1, 1, [], 60, 72, 80), new(null, null, null, null), new() { Seed = seed });

    private static TrainingLog Log(string folder) =>
        new(folder, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) }));
}
