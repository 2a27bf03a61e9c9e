using System.Diagnostics;
using ComposerPlugin.Trainer.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// Trains a frame model. Every random draw depends only on seed and step, so a resumed run takes the same steps as one that was not
/// interrupted. The moving average of the weights is validated, and kept when it is the best.
/// </summary>
internal sealed class FrameRun : IDisposable
{
    private readonly string _folder;
    private readonly FrameSet _data;
    private readonly TrainingLog _log;
    private readonly FrameCheckpointHeader _header;
    private readonly FrameModel _model;
    private readonly FrameModel _average;
    private readonly List<Parameter> _parameters;
    private readonly AdamW _optimiser;
    private readonly Stopwatch _sinceStart = new();
    private readonly double _minutesBefore;
    private double _checkpointAt;
    private double _reportedAt;
    private double _trainNats;
    private long _trainFrames;

    /// <summary>A new run, or with <paramref name="resume"/> one from the last checkpoint in its folder, whose header is given.</summary>
    public FrameRun(string folder, FrameCheckpointHeader header, FrameSet data, TrainingLog log, bool resume)
    {
        (_folder, _header, _data, _log) = (folder, header, data, log);
        manual_seed(State.Seed);
        (_model, _average) = (new(Config), new(Config));
        _parameters = [.. _model.parameters()];
        _optimiser = optim.AdamW(_parameters, Config.LearningRate, Config.Beta1, Config.Beta2, weight_decay: Config.WeightDecay);
        if (resume)
            FrameCheckpoint.Read(FrameCheckpoint.Last(folder), _optimiser, _model, _average);
        _minutesBefore = State.Minutes;
    }

    /// <summary>The progress of the run.</summary>
    public FrameRunState State => _header.State;

    private FrameConfig Config => _header.Config;

    private double Minutes => _minutesBefore + _sinceStart.Elapsed.TotalMinutes;

    private bool Over => _header.Schedule.Progress(State.Step, Minutes) >= 1;

    /// <summary>Trains to the end of the schedule. The best weights are then in the best checkpoint.</summary>
    /// <param name="stop">Stops the run, which then saves a checkpoint.</param>
    /// <exception cref="InvalidOperationException">The loss is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the message says how to resume it.</exception>
    public void Run(CancellationToken stop = default)
    {
        _sinceStart.Start();
        (_reportedAt, _checkpointAt) = (Minutes, Minutes + Config.CheckpointMinutes);
        _log.Write($"{Config.Model}, {Config.Inputs} inputs, {Config.Output} output: "
            + $"{_parameters.Sum(parameter => parameter.numel())} parameters; "
            + $"{_data.Name}: {_data.Train.Length} sequences, {_data.Train.Sum(sequence => sequence.Steps)} frames");
        if (State.Step > 0)
            _log.Write($"resumed at step {State.Step}, after {Minutes:F1} min");
        while (!Over)
            Epoch(stop);
        if (State.Step % Config.ValidateSteps != 0)
            Validate();
        Save();
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        _average.Dispose();
        _model.Dispose();
    }

    private void Epoch(CancellationToken stop)
    {
        int batches = (_data.Train.Length + Config.BatchSequences - 1) / Config.BatchSequences;
        var plan = FramePlan.Of(_data.Train, Config, State.Seed, State.Step / batches);
        for (int i = State.Step % batches; i < plan.Length && !Over; i++)
        {
            Step(plan[i]);
            if (State.Step % Config.ValidateSteps == 0)
                Validate();
            if (Minutes >= _checkpointAt || stop.IsCancellationRequested)
                Save();
            if (stop.IsCancellationRequested)
            {
                throw new OperationCanceledException(
                    $"stopped at step {State.Step}, after {Minutes:F1} min; the checkpoint is saved, continue with --resume.", stop);
            }
        }
    }

    private void Step(FrameSegment[] segments)
    {
        using var scope = NewDisposeScope();
        manual_seed(unchecked(((long)State.Seed << 32) + State.Step));    // dropout draws from here
        foreach (var group in _optimiser.ParamGroups)
            group.LearningRate = _header.Schedule.Rate(State.Step, Minutes, Config.Rates());
        _model.train();
        var batch = new FrameBatch(segments, Config.Inputs);
        _optimiser.zero_grad();
        var loss = -_model.Choices(batch).sum() / batch.Next.Count;
        loss.backward();
        double norm = nn.utils.clip_grad_norm_(_parameters, Config.Clip);
        float nats = loss.item<float>();
        if (!double.IsFinite(norm) || !float.IsFinite(nats))
            throw NotFinite();
        _optimiser.step();
        UpdateAverage(Math.Min(Config.WeightAverage, (1.0 + State.Step) / (10 + State.Step)));
        State.Step++;
        _trainNats += nats * (double)batch.Next.Count;
        _trainFrames += batch.Next.Count;
    }

    private void UpdateAverage(double decay)
    {
        using var noGradients = no_grad();
        using var share = tensor((float)(1 - decay));
        foreach (var (average, current) in _average.parameters().Zip(_parameters))
            average.lerp_(current, share);
    }

    private void Validate()
    {
        double speed = _trainFrames / Math.Max(1e-9, 60 * (Minutes - _reportedAt));
        double valid = FrameScore.Of([_average], _data.Valid).Nats;
        if (!double.IsFinite(valid))
            throw NotFinite();
        bool best = State.BestValid is not { } before || valid < before;
        if (best)
            (State.BestValid, State.BestStep) = (valid, State.Step);
        _log.Write($"step {State.Step}: {Minutes:F1} min, {speed:F0} frames/s, "
            + $"train {_trainNats / Math.Max(1, _trainFrames):F4}, valid {valid:F4}{(best ? ", the best yet" : "")}");
        (_trainNats, _trainFrames, _reportedAt) = (0, 0, Minutes);
        if (best)
            FrameCheckpoint.Write(FrameCheckpoint.Best(_folder), CurrentHeader(), null, _average);
    }

    private InvalidOperationException NotFinite() =>
        new($"the loss or a gradient is NaN or infinite at step {State.Step}; train again with a lower learningRate in --config.");

    private void Save()
    {
        FrameCheckpoint.Write(FrameCheckpoint.Last(_folder), CurrentHeader(), _optimiser, _model, _average);
        _checkpointAt = Minutes + Config.CheckpointMinutes;
    }

    private FrameCheckpointHeader CurrentHeader()
    {
        State.Minutes = Minutes;
        return _header;
    }
}
