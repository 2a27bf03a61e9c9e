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
    private readonly WeightedRows[] _train;
    private readonly StepRows[] _valid;
    private readonly Stopwatch _sinceStart = new();
    private CheckpointHeader _header;
    private AdamW _optimiser;
    private CancellationToken _stop;
    private double _minutesBefore;
    private double _checkpointAt;
    private double _progressBefore;
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
        string folder, CheckpointHeader header, nn.Module model, Schedule schedule, WeightedRows[] train, StepRows[] valid, TrainingLog log, bool resume)
    {
        (_folder, _header, _schedule, _train, _log) = (folder, header, schedule, train, log);
        _valid = valid.Length > 0 ? valid : [.. train.Select(tune => tune.Rows)];
        (_model, _melody) = (model, (IMelodyModel)model);
        _parameters = [.. _model.parameters()];
        _optimiser = NewOptimiser();
        if (resume)
            StepBack();
        else
            Write(Checkpoint.Last(_folder), _optimiser);
    }

    /// <summary>Where the run stands.</summary>
    public RunState State => _header.State;

    /// <summary>What the weights are held near, or null.</summary>
    public WeightAnchor? Anchor { get; init; }

    /// <summary>Whether the loss on the tunes held out has not fallen for so long that the run ends before its time.</summary>
    public bool OutOfPatience => Config.Patience > 0 && State.BestValid is not null && State.Epoch - State.BestEpoch >= Config.Patience;

    private TrainConfig Config => _header.Config;

    private double Minutes => _minutesBefore + _sinceStart.Elapsed.TotalMinutes;

    private double Share => _schedule.Progress(State.Step, Minutes);

    private double Rate => _schedule.Rate(State.Step, Minutes, Config) * State.RateFactor;

    private bool Over => Share >= 1 || OutOfPatience;

    /// <summary>Trains to the end of the schedule. The best weights are then in the best checkpoint.</summary>
    /// <param name="stop">Asks to stop before: the run then saves a checkpoint.</param>
    /// <exception cref="OperationCanceledException">It was stopped; the message says how to go on.</exception>
    /// <exception cref="InvalidOperationException">The loss stopped being a number again and again.</exception>
    /// <exception cref="IOException">A checkpoint could not be written.</exception>
    public void Go(CancellationToken stop = default)
    {
        _stop = stop;
        _sinceStart.Start();
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        _progressBefore = Share;
        _log.Write($"{_melody.Kind}: {_parameters.Sum(parameter => parameter.numel())} parameters, {_train.Length} tunes, {_train.Sum(tune => tune.Rows.Notes)} notes, {get_num_threads()} thread(s)");
        if (State.Step > 0)
            _log.Write($"goes on at step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min");
        do
        {
            while (!Over || State.BestValid is null)
            {
                if (!Epoch())
                    SetBack();
            }
        }
        while (!Save());
        if (OutOfPatience)
            _log.Write($"ends early: nothing better for {Config.Patience} epochs, the best was epoch {State.BestEpoch} with {State.BestValid:F4} bits per note on valid");
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _model.Dispose();
    }

    // False when something stopped being a number; here and below.
    private bool Epoch()
    {
        var plan = BatchPlan.Of(_train, Config, State.Seed, State.Epoch);
        while (State.Batch < plan.Count && !Over)
        {
            HeedStop();
            if (!Step(plan[State.Batch]))
                return false;
            _log.Progress(Progress());
            if (Minutes >= _checkpointAt && !Save())
                return false;
        }
        return (State.Batch == 0 && State.BestValid is not null) || EndEpoch();
    }

    private bool Step(BatchItem[] items)
    {
        using var scope = NewDisposeScope();
        manual_seed(unchecked(((long)State.Seed << 32) + State.Step));    // dropout draws from here
        double rate = Rate;
        foreach (var group in _optimiser.ParamGroups)
            group.LearningRate = rate;
        _model.train();
        var batch = new Batch(items);
        var loss = Loss.Of(_melody, batch, Config.LabelSmoothing, State.Step);
        _optimiser.zero_grad();
        var sum = loss.Timing + loss.Pitch + loss.Duration + (loss.Velocity * Config.VelocityWeight);
        var mean = (loss.Price is { } price ? sum + price : sum) / batch.Notes;
        mean.backward();
        double norm = nn.utils.clip_grad_norm_(_parameters, Config.Clip);
        if (!double.IsFinite(norm) || !float.IsFinite(mean.item<float>()))
            return false;
        _optimiser.step();
        L1Shrinkage.Apply(_parameters, rate * Config.L1);
        Anchor?.Pull(_parameters, rate);
        State.Sum.Add(loss, batch.Notes);
        State.Notes += batch.Notes;
        (State.Step, State.Batch) = (State.Step + 1, State.Batch + 1);
        return true;
    }

    private bool EndEpoch()
    {
        var valid = HeldOutLoss.Of(_model, _valid, Config, HeedStop);
        if (!double.IsFinite(valid.Total) || !WeightsAreNumbers())
            return false;
        var progress = Progress();
        State.Losses.Add(new(State.Epoch + 1, Math.Round(progress.Train.Total, 4), Math.Round(valid.Total, 4)));
        bool best = State.BestValid is not { } before || valid.Total < before;
        if (best)
            (State.BestValid, State.BestEpoch) = (valid.Total, State.Epoch + 1);
        _log.Write(new EpochReport(progress, valid, best, Rate, Tensor.TotalCount));
        (State.Epoch, State.Batch, State.Sum) = (State.Epoch + 1, 0, new());
        if (best)
            Write(Checkpoint.Best(_folder), null);
        return true;
    }

    private RunProgress Progress()
    {
        double share = Share, here = share - _progressBefore;
        double left = here > 0 ? _sinceStart.Elapsed.TotalMinutes * (1 - share) / here : 0;
        var (sum, bits) = (State.Sum, State.Sum.Bits());
        double loss = (sum.Timing + sum.Pitch + sum.Duration + sum.Velocity) / Math.Max(1, sum.Notes);
        return new(share, Minutes, left, State.Epoch + 1, State.Step, State.Notes / Math.Max(1e-9, Minutes * 60), loss, bits);
    }

    private void HeedStop()
    {
        if (!_stop.IsCancellationRequested)
            return;
        if (!Save())
            SetBack();
        throw new OperationCanceledException($"stopped at step {State.Step}, epoch {State.Epoch + 1}, after {Minutes:F1} min; the checkpoint is saved, go on with --resume.", _stop);
    }

    // A weight that a batch does not touch can be no number without its loss telling; such weights must not be kept.
    private bool Save()
    {
        if (!WeightsAreNumbers())
            return false;
        Write(Checkpoint.Last(_folder), _optimiser);
        _checkpointAt = Minutes + Config.CheckpointMinutes;
        return true;
    }

    private void Write(string path, AdamW? optimiser)
    {
        State.Minutes = Minutes;
        Checkpoint.Write(path, _header, _model, optimiser);
    }

    private bool WeightsAreNumbers()
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        return _parameters.TrueForAll(parameter => parameter.isfinite().all().item<bool>());
    }

    private void SetBack()
    {
        if (++_setbacks > MostSetbacks)
            throw new InvalidOperationException($"the loss stopped being a number {_setbacks} times; train again with a lower learningRate in --config.");
        double factor = State.RateFactor / 2;
        int step = State.Step;
        StepBack();
        State.RateFactor = factor;
        _log.Write($"the loss or a weight stopped being a number at step {step}: back to step {State.Step}, the learning rate is halved");
    }

    // Time goes on: what was lost is not trained again beyond the run's minutes.
    private void StepBack()
    {
        _optimiser.Dispose();
        _optimiser = NewOptimiser();
        var read = Checkpoint.Read(Checkpoint.Last(_folder), _model, _optimiser);
        _header = read with { Card = _header.Card.Or(read.Card), State = read.State with { Schedule = _schedule } };
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

    private AdamW NewOptimiser() =>
        optim.AdamW(_parameters, Config.LearningRate, Config.Beta1, Config.Beta2, weight_decay: Config.WeightDecay);
}
