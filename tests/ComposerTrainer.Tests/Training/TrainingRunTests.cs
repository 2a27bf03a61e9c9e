using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class TrainingRunTests
{
    private const int Epochs = 4;

    private static readonly TrainConfig _config = new() { Hidden = 16, Dense = 16, BatchTunes = 4, WarmupSteps = 2, CheckpointMinutes = 0 };
    private static readonly WeightedRows[] _train = [.. Rows(0, 16).Select(rows => new WeightedRows(rows, 1))];
    private static readonly StepRows[] _valid = Rows(100, 4);

    private static readonly int _stepsPerEpoch = _train.Length / _config.BatchTunes;

    [Fact]
    public void Losses_fall()
    {
        using var folder = new TemporaryFolder();
        var losses = Run(folder.Path, Epochs * _stepsPerEpoch).Losses;
        Assert.Equal(Epochs, losses.Count);
        Assert.True(losses[^1].Train < losses[0].Train - 0.5);
        Assert.True(losses[^1].Valid < losses[0].Valid - 0.5);
    }

    [Fact]
    public void A_stopped_run_saves_a_checkpoint_and_resumes_to_the_same_losses()
    {
        using var whole = new TemporaryFolder();
        using var stopped = new TemporaryFolder();
        int steps = Epochs * _stepsPerEpoch, last = (2 * _stepsPerEpoch) + 1;
        var expected = Run(whole.Path, steps);

        using var stop = new CancellationTokenSource();
        var model = new HookedModel(Model(), step => { if (step == last) stop.Cancel(); });
        var config = _config with { CheckpointMinutes = 1000 };
        var exception = Assert.Throws<OperationCanceledException>(() => Run(stopped.Path, steps, model, config: config, stop: stop.Token));
        Assert.Contains($"stopped at step {last + 1}, epoch 3", exception.Message, StringComparison.Ordinal);
        Assert.Equal(last + 1, Checkpoint.ReadHeader(Checkpoint.Last(stopped.Path)).State.Step);
        var resumed = Run(stopped.Path, steps, new HookedModel(Model(), _ => { }), resume: true);

        Assert.Equal((expected.Step, expected.Notes), (resumed.Step, resumed.Notes));
        AssertSame(expected.Losses, resumed.Losses);
    }

    [Fact]
    public void A_non_finite_loss_rolls_back_to_the_last_checkpoint_and_halves_the_rate()
    {
        using var folder = new TemporaryFolder();
        RecurrentModel model = Model();
        var state = Run(folder.Path, 2 * _stepsPerEpoch,
            new HookedModel(model, step => { if (step == 5) Poison(model.Heads.Pitch.parameters().Last()); }));
        AssertRolledBack(folder, state);
    }

    [Fact]
    public void A_non_finite_weight_without_effect_on_the_loss_is_not_saved()
    {
        using var folder = new TemporaryFolder();
        RecurrentModel model = Model();
        // No tune here has so low a pitch, so the step's loss is finite.
        var state = Run(folder.Path, 2 * _stepsPerEpoch,
            new HookedModel(model, step => { if (step == 5) Poison(Pitches(model).select(0, 1)); }));
        AssertRolledBack(folder, state);
        using var kept = new HookedModel(Model(), _ => { });
        Checkpoint.Read(Checkpoint.Last(folder.Path), kept, []);
        Assert.All(kept.parameters(), parameter => Assert.True(parameter.isfinite().all().item<bool>()));
    }

    [Fact]
    public void A_run_without_improvement_ends_early_with_the_best_weights()
    {
        using var folder = new TemporaryFolder();
        // With a rate of 0 every validation loss equals that of the first epoch.
        var config = _config with { LearningRate = 0, Patience = 3, CheckpointMinutes = 1000 };
        var state = Run(folder.Path, 100 * _stepsPerEpoch, config: config);
        Assert.Equal((4, 1), (state.Epoch, state.BestEpoch));
        Assert.Contains("ends early: no better validation loss for 3 epochs", File.ReadAllText(folder["train.log"]),
            StringComparison.Ordinal);

        // A resumed run takes no further steps.
        Assert.Equal(state.Step, Run(folder.Path, 100 * _stepsPerEpoch, resume: true).Step);
    }

    [Fact]
    public void One_of_several_runs_reports_the_progress_of_all()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        // The second of five runs of two epochs each: 0.3 and 0.4 of all.
        Run(folder.Path, 2 * _stepsPerEpoch, others: (1, 3), output: output, json: true);
        double[] minutesLeft = [.. Values("minutes_left")], minutes = [.. Values("minutes")];
        Assert.Equal([0.3, 0.4], Values("share"));
        // The run itself is over; three equal runs remain.
        Assert.Equal(3 * minutes[1], minutesLeft[1], 1e-5);

        IEnumerable<double> Values(string name) =>
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)![name]!.GetValue<double>());
    }

    [Fact]
    public void L1_makes_weights_zero()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, ZeroShare(0));
        Assert.InRange(ZeroShare(1), 0.1, 0.999);

        double ZeroShare(double l1)
        {
            string run = folder[$"{l1}"];
            Run(run, Epochs * _stepsPerEpoch, config: _config with { L1 = l1 });
            var (_, model) = Checkpoint.ReadModel(Checkpoint.Last(run));
            using var _ = model;
            return ((RecurrentModel)model).Heads.Duration.parameters()
                .First(weights => weights.shape is [_, _]).eq(0).to(ScalarType.Float32).mean().item<float>();
        }
    }

    [Fact]
    public void A_full_disk_ends_the_run_and_leaves_the_last_checkpoint()
    {
        if (!File.Exists("/dev/full"))
            return;
        using var folder = new TemporaryFolder();
        Run(folder.Path, 3);
        string last = Checkpoint.Last(folder.Path);
        byte[] before = File.ReadAllBytes(last);
        // Writes to this device fail as on a full disk.
        File.CreateSymbolicLink(last + ".unfinished", "/dev/full");
        var exception = Assert.Throws<IOException>(() => Run(folder.Path, 6, resume: true));
        Assert.Matches(@"the checkpoint .*last\.ckpt cannot be written \(No space left .*the previous checkpoint is kept",
            exception.Message);
        Assert.Equal(before, File.ReadAllBytes(last));
        Assert.False(File.Exists(last + ".unfinished"));
        Assert.Equal(6, Run(folder.Path, 6, resume: true).Step);
    }

    [Fact]
    public void The_best_weights_are_kept()
    {
        using var folder = new TemporaryFolder();
        var state = Run(folder.Path, Epochs * _stepsPerEpoch);
        var (header, model) = Checkpoint.ReadModel(Checkpoint.Best(folder.Path));
        using var _ = model;
        Assert.Equal(state.Losses.Min(loss => loss.Valid), header.State.BestValid!.Value, 1e-4);
        using var noGradients = no_grad();
        var batch = new Batch([.. _valid.Select(BatchItem.Whole)]);
        var sum = new LossSum();
        sum.Add(Loss.Compute((IMelodyModel)model, batch), batch.Notes);
        Assert.Equal(header.State.BestValid.Value, sum.Bits().Total, 1e-3);
    }

    [Fact]
    public void A_checkpoint_of_another_shape_is_refused()
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, 1);
        using var other = RecurrentModel.Lstm(_config with { Hidden = 24 });
        var exception = Assert.Throws<BadInputException>(() => Checkpoint.Read(Checkpoint.Last(folder.Path), other, []));
        Assert.Contains("does not fit this model", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_rises_and_then_falls_to_the_final_rate()
    {
        var config = new TrainConfig { LearningRate = 1, WarmupSteps = 10, FinalRate = 0.1 };
        var schedule = new Schedule(null, 100);
        Assert.Equal(0.1, schedule.Rate(0, 0, config), 1e-9);
        Assert.InRange(schedule.Rate(9, 0, config), 0.97, 1);
        Assert.Equal(0.55, schedule.Rate(50, 0, config), 1e-9);
        Assert.Equal(0.1, schedule.Rate(100, 0, config), 1e-9);
        Assert.Equal(0.5, new Schedule(30, null).Progress(0, 15));
    }

    private static void AssertRolledBack(TemporaryFolder folder, RunState state)
    {
        Assert.Equal(0.5, state.RateFactor);
        Assert.Equal(2 * _stepsPerEpoch, state.Step);
        Assert.All(state.Losses, loss => Assert.True(double.IsFinite(loss.Train + loss.Valid)));
        Assert.Matches("NaN/Inf in loss or weights at step [56]: rolled back to step 5, learning rate halved",
            File.ReadAllText(folder["train.log"]));
    }

    private static void AssertSame(List<EpochLoss> expected, List<EpochLoss> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (loss, same) in expected.Zip(actual))
        {
            Assert.Equal(loss.Train, same.Train, 1e-3);
            Assert.Equal(loss.Valid, same.Valid, 1e-3);
        }
    }

    private static void Poison(Tensor weights)
    {
        using var noGradients = no_grad();
        weights.fill_(float.NaN);
    }

    // The embedding table of the last note's pitch.
    private static Parameter Pitches(nn.Module model) => model.parameters().First(weights => weights.shape is [Vocabulary.Pitches + 1, _]);

    private static RunState Run(
        string folder, int steps, nn.Module? model = null, bool resume = false, TrainConfig? config = null,
        (int, int) others = default, TextWriter? output = null, bool json = false, CancellationToken stop = default)
    {
        set_num_threads(1);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output ?? TextWriter.Null) });
        console.Profile.Width = 1000;
        using var log = new TrainingLog(folder, console, json);
        var header = new CheckpointHeader("lstm", "train", config ?? _config, new(0, 0, [], 0, 0, 0), new(null, null, null, null),
            new() { Seed = 3 });
        using var run = new TrainingRun(folder, header, model ?? Model(), new(null, steps), _train, _valid, log, resume)
        {
            OtherRuns = others,
        };
        run.Run(stop);
        return Checkpoint.ReadHeader(Checkpoint.Last(folder)).State;
    }

    private static StepRows[] Rows(int first, int count) =>
        StepRows.FromPhrases(Enumerable.Range(first, count).Select(seed => TestTunes.Tune(seed)));

    private static RecurrentModel Model()
    {
        manual_seed(3);
        return RecurrentModel.Lstm(_config);
    }
}
