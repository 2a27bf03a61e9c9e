using System.Diagnostics;
using ComposerPlugin.Trainer.Configuration;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Manages the clock, the optimisers and the checkpoints of a run, and rolls back to the last checkpoint after a NaN or Inf. The run
/// itself defines steps and epochs.
/// </summary>
internal sealed class CheckpointKeeper : IDisposable
{
    private const int MostRollbacks = 8;

    private readonly string _folder;
    private readonly Schedule _schedule;
    private readonly TrainingLog _log;
    private readonly nn.Module _model;
    private readonly List<Parameter>[] _parameters;
    private readonly Stopwatch _sinceStart = new();
    private CheckpointHeader _header;
    private double _minutesBefore;
    private double _checkpointAt;
    private double _progressBefore;
    private int _rollbacks;

    /// <summary>Begins a run, or with <paramref name="resume"/> continues from the last checkpoint in its folder.</summary>
    /// <param name="folder">The style's folder; checkpoints go into a subfolder.</param>
    /// <param name="header">The header of the checkpoints.</param>
    /// <param name="schedule">The length of the run.</param>
    /// <param name="model">The model, which the keeper disposes.</param>
    /// <param name="parameters">The parameters of each optimiser.</param>
    /// <param name="log">Reports the progress.</param>
    /// <param name="resume">Whether to continue from the last checkpoint.</param>
    public CheckpointKeeper(
        string folder, CheckpointHeader header, Schedule schedule, nn.Module model, List<Parameter>[] parameters, TrainingLog log,
        bool resume)
    {
        (_folder, _header, _schedule, _model, _parameters, _log) = (folder, header, schedule, model, parameters, log);
        Optimisers = NewOptimisers();
        if (resume)
            Restore();
        else
            Write(Checkpoint.Last(_folder), Optimisers);
    }

    /// <summary>One for each list of parameters; replaced at a rollback.</summary>
    public AdamW[] Optimisers { get; private set; }

    /// <summary>The state of the run.</summary>
    public RunState State => _header.State;

    public TrainConfig Config => _header.Config;

    /// <summary>The training time, over all resumed parts.</summary>
    public double Minutes => _minutesBefore + _sinceStart.Elapsed.TotalMinutes;

    /// <summary>The share of the run that is done, 0 to 1.</summary>
    public double Share => _schedule.Progress(State.Step, Minutes);

    /// <summary>The learning rate of the next step.</summary>
    public double Rate => _schedule.Rate(State.Step, Minutes, Config) * State.RateFactor;

    /// <summary>The estimated remaining minutes, at the pace since the run began or was resumed; 0 if unknown.</summary>
    public double MinutesLeft
    {
        get
        {
            double share = Share, here = share - _progressBefore;
            return here > 0 ? _sinceStart.Elapsed.TotalMinutes * (1 - share) / here : 0;
        }
    }

    /// <summary>Whether the interval between checkpoints is over.</summary>
    public bool CheckpointDue => Minutes >= _checkpointAt;

    /// <summary>Starts the clock.</summary>
    /// <param name="what">Describes the run in the log.</param>
    public void Start(string what)
    {
        _sinceStart.Start();
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        _progressBefore = Share;
        _log.Write(what);
        if (State.Step > 0)
            _log.Write($"resumed at step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min");
    }

    /// <summary>Saves a checkpoint and ends the run if a stop is requested.</summary>
    /// <exception cref="OperationCanceledException">A stop is requested; the message says how to resume.</exception>
    public void ThrowIfStopped(CancellationToken stop)
    {
        if (!stop.IsCancellationRequested)
            return;
        if (!Save())
            RollBack();
        string where = $"step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min";
        throw new OperationCanceledException($"stopped at {where}; the checkpoint is saved, continue with --resume.", stop);
    }

    /// <summary>Whether this validation loss is the best so far; if so, it is recorded for the current epoch.</summary>
    public bool IsBest(double valid)
    {
        bool best = State.BestValid is not { } before || valid < before;
        if (best)
            (State.BestValid, State.BestEpoch) = (valid, State.Epoch + 1);
        return best;
    }

    /// <summary>Writes the best checkpoint.</summary>
    public void SaveBest() => Write(Checkpoint.Best(_folder), []);

    /// <summary>
    /// Writes the last checkpoint if all weights are finite. An embedding that a batch does not use can be NaN although the loss is not.
    /// </summary>
    /// <returns>False if a weight is NaN or Inf.</returns>
    public bool Save()
    {
        if (!WeightsAreFinite())
            return false;
        Write(Checkpoint.Last(_folder), Optimisers);
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        return true;
    }

    /// <summary>Whether no weight is NaN or Inf.</summary>
    public bool WeightsAreFinite()
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        return _model.parameters().All(parameter => parameter.isfinite().all().item<bool>());
    }

    /// <summary>Rolls back to the last checkpoint and halves the learning rate.</summary>
    /// <exception cref="InvalidOperationException">The run was rolled back too often.</exception>
    public void RollBack()
    {
        if (++_rollbacks > MostRollbacks)
            {
                throw new InvalidOperationException(
                    $"NaN/Inf in loss or weights {_rollbacks} times; train again with a lower learningRate in --config.");
            }
        double factor = State.RateFactor / 2;
        int step = State.Step;
        Restore();
        State.RateFactor = factor;
        _log.Write($"NaN/Inf in loss or weights at step {step}: rolled back to step {State.Step}, learning rate halved");
    }

    public void Dispose()
    {
        foreach (var optimiser in Optimisers)
            optimiser.Dispose();
        _model.Dispose();
    }

    private void Write(string path, AdamW[] optimisers)
    {
        State.Minutes = Minutes;
        Checkpoint.Write(path, _header, _model, optimisers);
    }

    // The clock is not rolled back: the lost time counts towards the run's minutes.
    private void Restore()
    {
        foreach (var optimiser in Optimisers)
            optimiser.Dispose();
        Optimisers = NewOptimisers();
        var read = Checkpoint.Read(Checkpoint.Last(_folder), _model, Optimisers);
        _header = read with { Card = _header.Card.MergeWith(read.Card), State = read.State with { Schedule = _schedule } };
        if (!_sinceStart.IsRunning)
            _minutesBefore = State.Minutes;
        KeepBest();
    }

    // The best checkpoint may be newer than the last one, and repeating the steps since may end slightly worse.
    private void KeepBest()
    {
        string path = Checkpoint.Best(_folder);
        if (State.BestValid is { } known && File.Exists(path)
            && Checkpoint.ReadHeader(path).State is { BestValid: { } best } state && best < known)
        {
            (State.BestValid, State.BestEpoch) = (best, state.BestEpoch);
        }
    }

    private AdamW[] NewOptimisers() =>
        [.. _parameters.Select(part =>
            optim.AdamW(part, Config.LearningRate, Config.Beta1, Config.Beta2, weight_decay: Config.WeightDecay))];
}
