using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class TrainingRunTests
{
    private const int Epochs = 4;

    private static readonly TrainConfig _config = new() { Hidden = 16, Dense = 16, BatchTunes = 4, WarmupSteps = 2, CheckpointMinutes = 0 };
    private static readonly StepRows[] _train = StepRows.Of(Enumerable.Range(0, 16).Select(seed => TestTunes.Tune(seed)));
    private static readonly StepRows[] _valid = StepRows.Of(Enumerable.Range(100, 4).Select(seed => TestTunes.Tune(seed)));

    private static readonly int _stepsPerEpoch = _train.Length / _config.BatchTunes;

    [Fact]
    public void Losses_fall()
    {
        using var folder = new TestFolder();
        var losses = Run(folder.Path, Epochs * _stepsPerEpoch).Losses;
        Assert.Equal(Epochs, losses.Count);
        Assert.True(losses[^1].Train < losses[0].Train - 0.5);
        Assert.True(losses[^1].Valid < losses[0].Valid - 0.5);
    }

    [Fact]
    public void A_run_stopped_in_the_middle_of_an_epoch_and_resumed_reaches_the_same_losses()
    {
        using var whole = new TestFolder();
        using var stopped = new TestFolder();
        int steps = Epochs * _stepsPerEpoch;
        var expected = Run(whole.Path, steps);

        // It is stopped by a fault that cannot be stepped back from: an exception out of the middle of a step, as a kill would.
        Assert.Throws<IOException>(() => Run(stopped.Path, steps, model: new StoppingModel(Model(), (2 * _stepsPerEpoch) + 1)));
        Assert.Equal((2 * _stepsPerEpoch) + 1, Checkpoint.ReadHeader(Checkpoint.Last(stopped.Path)).State.Step);
        var resumed = Run(stopped.Path, steps, model: new StoppingModel(Model(), int.MaxValue), resume: true);

        Assert.Equal(expected.Step, resumed.Step);
        Assert.Equal(expected.Notes, resumed.Notes);
        Assert.Equal(expected.Losses.Count, resumed.Losses.Count);
        foreach (var (loss, same) in expected.Losses.Zip(resumed.Losses))
        {
            Assert.Equal(loss.Train, same.Train, 1e-3);
            Assert.Equal(loss.Valid, same.Valid, 1e-3);
        }
    }

    [Fact]
    public void A_loss_that_is_no_number_leads_back_to_the_last_checkpoint_with_half_the_rate()
    {
        using var folder = new TestFolder();
        var state = Run(folder.Path, 2 * _stepsPerEpoch, model: new FaultyModel(Model(), 5));
        Assert.Equal(0.5, state.RateFactor);
        Assert.Equal(2 * _stepsPerEpoch, state.Step);
        Assert.All(state.Losses, loss => Assert.True(double.IsFinite(loss.Train + loss.Valid)));
        Assert.Contains("stopped being a number at step 5: back to step 5", File.ReadAllText(folder["train.log"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_weights_are_kept()
    {
        using var folder = new TestFolder();
        var state = Run(folder.Path, Epochs * _stepsPerEpoch);
        var (header, model) = Checkpoint.ReadModel(Checkpoint.Best(folder.Path));
        using var _ = model;
        Assert.Equal(state.Losses.Min(loss => loss.Valid), header.State.BestValid!.Value, 1e-4);
        using var noGradients = no_grad();
        var batch = new Batch([.. _valid.Select(BatchItem.Whole)]);
        var sum = new LossSum();
        sum.Add(Loss.Of((IMelodyModel)model, batch), batch.Notes);
        Assert.Equal(header.State.BestValid.Value, sum.Bits().Total, 1e-3);
    }

    [Fact]
    public void A_checkpoint_of_another_shape_is_refused()
    {
        using var folder = new TestFolder();
        Run(folder.Path, 1);
        using var other = new LstmModel(_config with { Hidden = 24 });
        var exception = Assert.Throws<BadInputException>(() => Checkpoint.Read(Checkpoint.Last(folder.Path), other, null));
        Assert.Contains("does not hold this model", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_rises_then_falls_to_what_is_left_at_the_end()
    {
        var config = new TrainConfig { LearningRate = 1, WarmupSteps = 10, FinalRate = 0.1 };
        var schedule = new Schedule(1, 100);
        Assert.Equal(0.1, schedule.Rate(0, 0, config), 1e-9);
        Assert.InRange(schedule.Rate(9, 0, config), 0.97, 1);
        Assert.Equal(0.55, schedule.Rate(50, 0, config), 1e-9);
        Assert.Equal(0.1, schedule.Rate(100, 0, config), 1e-9);
        Assert.Equal(0.5, new Schedule(30, null).Progress(0, 15));
    }

    private static RunState Run(string folder, int steps, nn.Module? model = null, bool resume = false)
    {
        set_num_threads(1);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        using var log = new TrainingLog(folder, console);
        var header = new CheckpointHeader("lstm", "train", _config, new(0, 0, [], 0, 0, 0), new(null, null, null, null), new() { Seed = 3 });
        using var run = new TrainingRun(folder, header, model ?? Model(), new(0, steps), _train, _valid, log, resume);
        run.Go();
        return Checkpoint.ReadHeader(Checkpoint.Last(folder)).State;
    }

    private static LstmModel Model()
    {
        manual_seed(3);
        return new(_config);
    }
}
