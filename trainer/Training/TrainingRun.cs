using System.Diagnostics;
using ComposerPlugin.Trainer.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Trains a model: epochs of batches, validation after each, checkpoints in between. Every draw follows from the seed and the place in
/// the run, so that a resumed run takes the same steps as one that was never stopped.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private const int MostSetbacks = 8;

    private readonly string _folder;
    private readonly Schedule _schedule;
    private readonly TrainingLog _log;
    private readonly nn.Module _model;
    private readonly IMelodyModel _melody;
    private readonly List<Parameter> _parameters;
    private readonly StepRows[] _train;
    private readonly StepRows[] _valid;
    private readonly Stopwatch _sinceStart = new();
    private CheckpointHeader _header;
    private AdamW _optimiser;
    private double _minutesBefore;
    private double _checkpointAt;
    private int _setbacks;

    /// <summary>A run from the beginning, or with <paramref name="resume"/> from the last checkpoint in its folder.</summary>
    /// <param name="folder">Where checkpoints go, in a folder of their own.</param>
    /// <param name="header">What the checkpoints say.</param>
    /// <param name="model">A new model, which the run then owns; it is an <see cref="IMelodyModel"/>.</param>
    /// <param name="schedule">How long to train.</param>
    /// <param name="train">The tunes to learn.</param>
    /// <param name="valid">The tunes to choose the best weights by; where there are none, the learnt ones.</param>
    /// <param name="log">Where to say how it goes.</param>
    /// <param name="resume">Whether to go on from the last checkpoint.</param>
    public TrainingRun(
        string folder, CheckpointHeader header, nn.Module model, Schedule schedule, StepRows[] train, StepRows[] valid, TrainingLog log, bool resume)
    {
        (_folder, _header, _schedule, _train, _valid, _log) = (folder, header, schedule, train, valid, log);
        (_model, _melody) = (model, (IMelodyModel)model);
        _parameters = [.. _model.parameters()];
        _optimiser = NewOptimiser();
        if (resume)
            StepBack();
        else
            Save();
    }

    private RunState State => _header.State;

    private TrainConfig Config => _header.Config;

    private double Minutes => _minutesBefore + _sinceStart.Elapsed.TotalMinutes;

    private bool Over => _schedule.Progress(State.Step, Minutes) >= 1;

    /// <summary>Trains to the end of the schedule. The best weights are then in the best checkpoint.</summary>
    /// <exception cref="InvalidOperationException">The loss stopped being a number again and again.</exception>
    public void Go()
    {
        _sinceStart.Start();
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        _log.Write($"{_melody.Kind}: {_parameters.Sum(parameter => parameter.numel())} parameters, {_train.Length} tunes, {_train.Sum(rows => rows.Notes)} notes, {get_num_threads()} thread(s)");
        if (State.Step > 0)
            _log.Write($"goes on at step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min");
        while (!Over)
            Epoch();
        if (State.Batch > 0 || State.BestValid is null)
            EndEpoch();
        Save();
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _model.Dispose();
    }

    private void Epoch()
    {
        var plan = BatchPlan.Of(_train, Config, State.Seed, State.Epoch);
        while (State.Batch < plan.Count && !Over)
        {
            if (!Step(plan[State.Batch]))
            {
                Setback();
                return;    // perhaps into an earlier epoch
            }
            if (State.Step % 50 == 0)
                Tell();
            if (Minutes >= _checkpointAt)
                Save();
        }
        if (State.Batch == plan.Count)
            EndEpoch();
    }

    // False when the loss is no number; then nothing has changed.
    private bool Step(BatchItem[] items)
    {
        using var scope = NewDisposeScope();
        manual_seed(unchecked(((long)State.Seed << 32) + State.Step));    // dropout draws from here
        foreach (var group in _optimiser.ParamGroups)
            group.LearningRate = _schedule.Rate(State.Step, Minutes, Config) * State.RateFactor;
        _model.train();
        var batch = new Batch(items);
        var loss = Loss.Of(_melody, batch);
        _optimiser.zero_grad();
        var mean = loss.Total() / batch.Notes;
        mean.backward();
        double norm = nn.utils.clip_grad_norm_(_parameters, Config.Clip);
        if (!double.IsFinite(norm) || !float.IsFinite(mean.item<float>()))
            return false;
        _optimiser.step();
        State.Sum.Add(loss, batch.Notes);
        State.Notes += batch.Notes;
        (State.Step, State.Batch) = (State.Step + 1, State.Batch + 1);
        return true;
    }

    private void EndEpoch()
    {
        var train = State.Sum.Bits();
        var valid = Validate();
        State.Losses.Add(new(State.Epoch + 1, Math.Round(train.Total, 4), Math.Round(valid.Total, 4)));
        bool best = State.BestValid is not { } before || valid.Total < before;
        if (best)
            State.BestValid = valid.Total;
        _log.Write($"epoch {State.Epoch + 1}: {Minutes:F1} min, step {State.Step}, train {train}, valid {valid}{(best ? ", the best yet" : "")}, {Tensor.TotalCount} tensors live");
        (State.Epoch, State.Batch, State.Sum) = (State.Epoch + 1, 0, new());
        if (best)
            Checkpoint.Write(Checkpoint.Best(_folder), HeaderNow(), _model, null);
    }

    private BitsPerNote Validate()
    {
        using var noGradients = no_grad();
        _model.eval();
        var sum = new LossSum();
        foreach (var items in BatchPlan.Whole(_valid.Length > 0 ? _valid : _train, 2 * Config.BatchTunes))
        {
            using var scope = NewDisposeScope();
            var batch = new Batch(items);
            sum.Add(Loss.Of(_melody, batch), batch.Notes);
        }
        return sum.Bits();
    }

    private void Tell()
    {
        double speed = State.Notes / Math.Max(1e-9, Minutes * 60);
        _log.Progress($"{Minutes:F1} min, epoch {State.Epoch + 1}, step {State.Step}, {speed:F0} notes/s, train {State.Sum.Bits()}");
    }

    private void Save()
    {
        Checkpoint.Write(Checkpoint.Last(_folder), HeaderNow(), _model, _optimiser);
        _checkpointAt = Minutes + Config.CheckpointMinutes;
    }

    private CheckpointHeader HeaderNow()
    {
        State.Minutes = Minutes;
        return _header;
    }

    private void Setback()
    {
        if (++_setbacks > MostSetbacks)
            throw new InvalidOperationException($"the loss stopped being a number {_setbacks} times; train again with a lower learningRate in --config.");
        double factor = State.RateFactor / 2;
        int step = State.Step;
        StepBack();
        State.RateFactor = factor;
        _log.Write($"the loss stopped being a number at step {step}: back to step {State.Step}, the learning rate is halved");
    }

    // Time goes on: what was lost is not trained again beyond the run's minutes.
    private void StepBack()
    {
        _optimiser.Dispose();
        _optimiser = NewOptimiser();
        var read = Checkpoint.Read(Checkpoint.Last(_folder), _model, _optimiser);
        _header = read with { Card = _header.Card.Or(read.Card) };
        if (!_sinceStart.IsRunning)
            _minutesBefore = State.Minutes;
    }

    private AdamW NewOptimiser() =>
        optim.AdamW(_parameters, Config.LearningRate, Config.Beta1, Config.Beta2, weight_decay: Config.WeightDecay);
}
