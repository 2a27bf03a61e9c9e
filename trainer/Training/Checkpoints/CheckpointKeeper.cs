using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Keeps a run: its clock, its optimisers, its checkpoints, and the way back to the last of them when something stops being a number. What a step
/// and an epoch are is the run's own.
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

    /// <summary>A run from the beginning, or with <paramref name="resume"/> from the last checkpoint in its folder.</summary>
    /// <param name="folder">Where checkpoints go, in a folder of their own.</param>
    /// <param name="header">What the checkpoints say.</param>
    /// <param name="schedule">How long to train.</param>
    /// <param name="model">The model, which it then owns.</param>
    /// <param name="learnt">Its parameters, those of each optimiser.</param>
    /// <param name="log">Where to say how it goes.</param>
    /// <param name="resume">Whether to go on from the last checkpoint.</param>
    public CheckpointKeeper(string folder, CheckpointHeader header, Schedule schedule, nn.Module model, List<Parameter>[] learnt, TrainingLog log, bool resume)
    {
        (_folder, _header, _schedule, _model, _parameters, _log) = (folder, header, schedule, model, learnt, log);
        Optimisers = NewOptimisers();
        if (resume)
            Restore();
        else
            Write(Checkpoint.Last(_folder), Optimisers);
    }

    /// <summary>One for each list of parameters; others after a setback.</summary>
    public AdamW[] Optimisers { get; private set; }

    /// <summary>Where the run stands.</summary>
    public RunState State => _header.State;

    public TrainConfig Config => _header.Config;

    /// <summary>How long it has trained, over all resumed parts.</summary>
    public double Minutes => _minutesBefore + _sinceStart.Elapsed.TotalMinutes;

    /// <summary>How much of the run is over, 0 to 1.</summary>
    public double Share => _schedule.Progress(State.Step, Minutes);

    /// <summary>The learning rate of the next step.</summary>
    public double Rate => _schedule.Rate(State.Step, Minutes, Config) * State.RateFactor;

    /// <summary>How long it will still take, by the pace since it began or was resumed.</summary>
    public double MinutesLeft
    {
        get
        {
            double share = Share, here = share - _progressBefore;
            return here > 0 ? _sinceStart.Elapsed.TotalMinutes * (1 - share) / here : 0;
        }
    }

    /// <summary>Whether it is time for a checkpoint.</summary>
    public bool CheckpointDue => Minutes >= _checkpointAt;

    /// <summary>Starts the clock.</summary>
    /// <param name="what">What is trained, for the log.</param>
    public void Start(string what)
    {
        _sinceStart.Start();
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        _progressBefore = Share;
        _log.Write(what);
        if (State.Step > 0)
            _log.Write($"goes on at step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min");
    }

    /// <summary>Saves and ends the run, if that is asked for.</summary>
    /// <exception cref="OperationCanceledException">It is; the message says how to go on.</exception>
    public void ThrowIfStopped(CancellationToken stop)
    {
        if (!stop.IsCancellationRequested)
            return;
        if (!Save())
            RollBack();
        throw new OperationCanceledException($"stopped at step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min; the checkpoint is saved, go on with --resume.", stop);
    }

    /// <summary>Whether this is the best figure on valid so far; then it is remembered, as found by the epoch under way.</summary>
    public bool IsBest(double valid)
    {
        bool best = State.BestValid is not { } before || valid < before;
        if (best)
            (State.BestValid, State.BestEpoch) = (valid, State.Epoch + 1);
        return best;
    }

    /// <summary>Writes the best checkpoint.</summary>
    public void SaveBest() => Write(Checkpoint.Best(_folder), []);

    /// <summary>Writes the last checkpoint, but for weights that are no numbers: one that a batch does not touch can be none without its loss telling.</summary>
    /// <returns>False where there are such weights.</returns>
    public bool Save()
    {
        if (!WeightsAreFinite())
            return false;
        Write(Checkpoint.Last(_folder), Optimisers);
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        return true;
    }

    public bool WeightsAreFinite()
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        return _model.parameters().All(parameter => parameter.isfinite().all().item<bool>());
    }

    /// <summary>Goes back to the last checkpoint, and on at half the rate.</summary>
    /// <exception cref="InvalidOperationException">That was done too often.</exception>
    public void RollBack()
    {
        if (++_rollbacks > MostRollbacks)
            throw new InvalidOperationException($"the loss stopped being a number {_rollbacks} times; train again with a lower learningRate in --config.");
        double factor = State.RateFactor / 2;
        int step = State.Step;
        Restore();
        State.RateFactor = factor;
        _log.Write($"the loss or a weight stopped being a number at step {step}: back to step {State.Step}, the learning rate is halved");
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

    // Time goes on: what was lost is not trained again beyond the run's minutes.
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

    // The best checkpoint may be younger than the last one; the way that leads there again may end a little worse.
    private void KeepBest()
    {
        string path = Checkpoint.Best(_folder);
        if (State.BestValid is { } known && File.Exists(path) && Checkpoint.ReadHeader(path).State is { BestValid: { } best } state && best < known)
            (State.BestValid, State.BestEpoch) = (best, state.BestEpoch);
    }

    private AdamW[] NewOptimisers() =>
        [.. _parameters.Select(part => optim.AdamW(part, Config.LearningRate, Config.Beta1, Config.Beta2, weight_decay: Config.WeightDecay))];
}
