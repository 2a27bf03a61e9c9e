using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Trains a model: epochs of batches with validation and checkpoints. All random draws depend on the seed and the position in the run, so
/// that a resumed run takes the same steps as an uninterrupted one.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainingLog _log;
    private readonly nn.Module _model;
    private readonly IMelodyModel _melody;
    private readonly List<Parameter> _parameters;
    private readonly WeightedRows[] _train;
    private readonly StepRows[] _valid;
    private readonly CheckpointKeeper _keeper;
    private CancellationToken _stop;

    /// <summary>Begins a run, or with <paramref name="resume"/> continues from the last checkpoint in its folder.</summary>
    /// <param name="folder">The style's folder; checkpoints go into a subfolder.</param>
    /// <param name="header">The header of the checkpoints.</param>
    /// <param name="model">A new model, an <see cref="IMelodyModel"/>; the run disposes it.</param>
    /// <param name="schedule">The length of the run.</param>
    /// <param name="train">The tunes to learn.</param>
    /// <param name="valid">The tunes for validation; if empty, the training tunes are used.</param>
    /// <param name="log">Reports the progress.</param>
    /// <param name="resume">Whether to continue from the last checkpoint.</param>
    public TrainingRun(
        string folder, CheckpointHeader header, nn.Module model, Schedule schedule, WeightedRows[] train, StepRows[] valid, TrainingLog log,
        bool resume)
    {
        (_train, _log) = (train, log);
        _valid = valid.Length > 0 ? valid : [.. train.Select(tune => tune.Rows)];
        (_model, _melody) = (model, (IMelodyModel)model);
        _parameters = [.. _model.parameters()];
        _keeper = new(folder, header, schedule, model, [_parameters], log, resume);
    }

    /// <summary>The state of the run.</summary>
    public RunState State => _keeper.State;

    /// <summary>Holds the weights near those of a base model; null for none.</summary>
    public L2Anchor? Anchor { get; init; }

    /// <summary>The number of fold runs before and after this one, for the progress of all of them.</summary>
    public (int Before, int After) OtherRuns { get; init; }

    /// <summary>Whether the run ends early because the validation loss has not improved for <c>patience</c> epochs.</summary>
    public bool OutOfPatience => Config.Patience > 0 && State.BestValid is not null && State.Epoch - State.BestEpoch >= Config.Patience;

    private TrainConfig Config => _keeper.Config;

    private bool Over => _keeper.Share >= 1 || OutOfPatience;

    /// <summary>Trains to the end of the schedule. The best weights are then in the best checkpoint.</summary>
    /// <param name="stop">Requests an early stop; the run then saves a checkpoint.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; the message says how to resume.</exception>
    /// <exception cref="InvalidOperationException">NaN or Inf occurred too often.</exception>
    /// <exception cref="IOException">A checkpoint could not be written.</exception>
    public void Run(CancellationToken stop = default)
    {
        _stop = stop;
        _keeper.Start(
            $"{_melody.Type}: {_parameters.Sum(parameter => parameter.numel())} parameters, {_train.Length} tunes, "
            + $"{_train.Sum(tune => tune.Rows.Notes)} notes, {get_num_threads()} thread(s)");
        do
        {
            while (!Over || State.BestValid is null)
            {
                if (!Epoch())
                    _keeper.RollBack();
            }
        }
        while (!_keeper.Save());
        if (OutOfPatience)
            _log.Write($"ends early: no better validation loss for {Config.Patience} epochs");
    }

    public void Dispose() => _keeper.Dispose();

    // This and the methods below return false if a loss or a weight is NaN or Inf.
    private bool Epoch()
    {
        var plan = BatchPlan.Create(_train, Config, State.Seed, State.Epoch);
        while (State.Batch < plan.Count && !Over)
        {
            _keeper.ThrowIfStopped(_stop);
            if (!Step(plan[State.Batch]))
                return false;
            _log.Progress(Progress());
            if (_keeper.CheckpointDue && !_keeper.Save())
                return false;
        }
        return (State.Batch == 0 && State.BestValid is not null) || EndEpoch();
    }

    private bool Step(BatchItem[] items)
    {
        using var scope = NewDisposeScope();
        manual_seed(unchecked(((long)State.Seed << 32) + State.Step));    // for dropout
        double rate = _keeper.Rate;
        var optimiser = _keeper.Optimisers[0];
        foreach (var group in optimiser.ParamGroups)
            group.LearningRate = rate;
        _model.train();
        var batch = new Batch(items);
        var loss = Loss.Compute(_melody, batch, Config.LabelSmoothing, State.Step);
        optimiser.zero_grad();
        var sum = loss.Timing + loss.Pitch + loss.Duration + (loss.Velocity * Config.VelocityWeight);
        var mean = (loss.Penalty is { } penalty ? sum + penalty : sum) / batch.Notes;
        mean.backward();
        double norm = nn.utils.clip_grad_norm_(_parameters, Config.Clip);
        if (!double.IsFinite(norm) || !float.IsFinite(mean.item<float>()))
            return false;
        optimiser.step();
        L1Proximal.Apply(_parameters, rate * Config.L1);
        Anchor?.Pull(_parameters, rate);
        State.Sum.Add(loss, batch.Notes);
        State.Notes += batch.Notes;
        (State.Step, State.Batch) = (State.Step + 1, State.Batch + 1);
        return true;
    }

    private bool EndEpoch()
    {
        var valid = ValidationLoss.Measure(_model, _valid, Config, () => _keeper.ThrowIfStopped(_stop));
        if (!double.IsFinite(valid.Total) || !_keeper.WeightsAreFinite())
            return false;
        var progress = Progress();
        State.Losses.Add(new(State.Epoch + 1, Math.Round(progress.Train.Total, 4), Math.Round(valid.Total, 4)));
        bool best = _keeper.IsBest(valid.Total);
        var report = new EpochReport(progress, valid, best, _keeper.Rate);
        _log.Epoch(progress.Share, report.ToString(), report.ToJson());
        (State.Epoch, State.Batch, State.Sum) = (State.Epoch + 1, 0, new());
        if (best)
            _keeper.SaveBest();
        return true;
    }

    private RunProgress Progress()
    {
        var (sum, bits) = (State.Sum, State.Sum.Bits());
        double loss = (sum.Timing + sum.Pitch + sum.Duration + sum.Velocity) / Math.Max(1, sum.Notes);
        double minutes = _keeper.Minutes, left = _keeper.MinutesLeft, runs = OtherRuns.Before + 1 + OtherRuns.After;
        double share = (OtherRuns.Before + _keeper.Share) / runs, minutesLeft = left + (OtherRuns.After * (minutes + left));
        double notesPerSecond = State.Notes / Math.Max(1e-9, minutes * 60);
        return new(share, minutes, minutesLeft, State.Epoch + 1, State.Step, notesPerSecond, loss, bits);
    }
}
