using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Trains a bar generator against its discriminator: one step of the discriminator, then <c>generatorSteps</c> of the generator. All random
/// draws depend on the seed and the step. There is no likelihood to validate by; the best weights are those whose bars, generated after
/// the validation bars, have the smallest <see cref="BarDistance"/> to the bars that follow there.
/// </summary>
internal sealed class GanRun : IDisposable
{
    private const int StepsPerEpoch = 200;
    private const int ComparedBars = 1024;

    private readonly TrainingLog _log;
    private readonly AdversarialModel _model;
    private readonly BarPair[] _train;
    private readonly BarSampler _sampler;
    private readonly BarPair[] _valid;
    private readonly List<Parameter> _generated, _discriminated;
    private readonly CheckpointKeeper _keeper;

    /// <summary>Begins a run, or with <paramref name="resume"/> continues from the last checkpoint in its folder.</summary>
    /// <param name="folder">The style's folder; checkpoints go into a subfolder.</param>
    /// <param name="header">The header of the checkpoints.</param>
    /// <param name="schedule">The length of the run.</param>
    /// <param name="train">The bars to learn.</param>
    /// <param name="valid">The bars for validation; if empty, the training bars are used.</param>
    /// <param name="log">Reports the progress.</param>
    /// <param name="resume">Whether to continue from the last checkpoint.</param>
    /// <exception cref="BadInputException">There is no bar to learn, or the batch size is 1.</exception>
    public GanRun(string folder, CheckpointHeader header, Schedule schedule, BarPair[] train, BarPair[] valid, TrainingLog log, bool resume)
    {
        if (train.Length == 0)
            throw new BadInputException("train: no tune has a bar of whole sixteenths, at most 24 of them; a gan model needs such bars.");
        if (header.Config.BatchTunes < 2)
            {
                throw new BadInputException(
                    "train: batchTunes is 1; a gan model compares the means of two halves of a batch, so set it to 2 or more in --config.");
            }
        (_train, _log) = (train, log);
        _sampler = new(train);
        _valid = [.. (valid.Length > 0 ? valid : train).Take(ComparedBars)];
        _model = new(header.Config);
        (_generated, _discriminated) = ([.. _model.Generator.parameters()], [.. _model.Discriminator.parameters()]);
        _keeper = new(folder, header, schedule, _model, [_generated, _discriminated], log, resume);
    }

    /// <summary>The state of the run.</summary>
    public RunState State => _keeper.State;

    private TrainConfig Config => _keeper.Config;

    /// <summary>Trains to the end of the schedule. The best weights are then in the best checkpoint.</summary>
    /// <param name="stop">Requests an early stop; the run then saves a checkpoint.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; the message says how to resume.</exception>
    /// <exception cref="InvalidOperationException">NaN or Inf occurred too often.</exception>
    /// <exception cref="IOException">A checkpoint could not be written.</exception>
    public void Run(CancellationToken stop = default)
    {
        _keeper.Start(
            $"gan: {_generated.Sum(part => part.numel())} generator parameters, {_discriminated.Sum(part => part.numel())} discriminator "
            + $"parameters, {_train.Length} bars, {get_num_threads()} thread(s)");
        var real = BarDistance.Compare(
            [.. _valid.Select(pair => pair.Next)], [.. _sampler.Draw(_valid.Length, new(State.Seed)).Select(pair => pair.Next)]);
        _log.Write($"for comparison, as many training bars: {real}");
        bool ended = false;
        while (!ended)
        {
            _keeper.ThrowIfStopped(stop);
            ended = _keeper.Share >= 1;
            if (!(ended ? End() : Advance()))
            {
                _keeper.RollBack();
                ended = false;
            }
        }
    }

    public void Dispose() => _keeper.Dispose();

    // This and the methods below return false if a loss or a weight is NaN or Inf.
    private bool Advance()
    {
        if (!Step() || (State.Step % StepsPerEpoch == 0 && !EndEpoch()))
            return false;
        double left = _keeper.MinutesLeft;
        _log.Progress(
            _keeper.Share, $"{State.GanSum.InShort}, {left:F1} min left",
            $"step {State.Step}: {State.GanSum}, {_keeper.Minutes:F1} min, {left:F1} min left");
        return !_keeper.CheckpointDue || _keeper.Save();
    }

    private bool End() => ((State.GanSum.Steps == 0 && State.BestValid is not null) || EndEpoch()) && _keeper.Save();

    private bool Step()
    {
        using var scope = NewDisposeScope();
        int seed = unchecked((State.Seed * 1_000_003) + State.Step);
        manual_seed(seed);
        var batch = new BarBatch(_sampler.Draw(Config.BatchTunes, new(seed)));
        double rate = _keeper.Rate;
        var discriminator = GanLosses.Discriminator(_model, batch, Noise());
        if (!Minimise(1, discriminator, rate * Config.DiscriminatorRate))
            return false;
        if (Config.DiscriminatorNorm > 0)
            _model.Discriminator.LimitNorm(Config.DiscriminatorNorm);
        double adversarial = 0, rolls = 0, features = 0;
        for (int i = 0; i < Config.GeneratorSteps; i++)
        {
            var loss = GanLosses.Generator(_model, batch, Noise());
            if (!Minimise(0, loss.Adversarial + (loss.Rolls * Config.RollWeight) + (loss.Features * Config.FeatureWeight), rate))
                return false;
            adversarial += loss.Adversarial.item<float>() / Config.GeneratorSteps;
            rolls += loss.Rolls.item<float>() / Config.GeneratorSteps;
            features += loss.Features.item<float>() / Config.GeneratorSteps;
        }
        _model.UpdateAverage(Math.Min(Config.WeightAverage, (1.0 + State.Step) / (10 + State.Step)));
        var sum = State.GanSum;
        sum.Discriminator += discriminator.item<float>();
        sum.Generator += adversarial;
        sum.Rolls += rolls;
        sum.Features += features;
        sum.Steps++;
        State.Step++;
        return true;

        Tensor Noise() => randn(Config.BatchTunes, _model.Noise);
    }

    private bool Minimise(int which, Tensor loss, double rate)
    {
        // The backward pass also computes the other network's gradients, which are cleared here.
        foreach (var optimiser in _keeper.Optimisers)
            optimiser.zero_grad();
        loss.backward();
        double norm = nn.utils.clip_grad_norm_(which == 0 ? _generated : _discriminated, Config.Clip);
        if (!double.IsFinite(norm) || !float.IsFinite(loss.item<float>()))
            return false;
        foreach (var group in _keeper.Optimisers[which].ParamGroups)
            group.LearningRate = rate;
        _keeper.Optimisers[which].step();
        return true;
    }

    private bool EndEpoch()
    {
        if (!_keeper.WeightsAreFinite())
            return false;
        var distance = BarDistance.Compare(_model, _valid);
        var sum = State.GanSum;
        int steps = Math.Max(1, sum.Steps), epoch = State.Epoch + 1;
        State.Losses.Add(new(epoch, Math.Round(sum.Generator / steps, 4), Math.Round(distance.Mean, 4))
        {
            Discriminator = Math.Round(sum.Discriminator / steps, 4),
        });
        bool best = _keeper.IsBest(distance.Mean);
        string line = $"epoch {epoch}: {_keeper.Minutes:F1} min, step {State.Step}, {sum}, valid {distance}{(best ? ", best so far" : "")}";
        _log.Epoch(_keeper.Share, line, new()
        {
            ["epoch"] = epoch,
            ["step"] = State.Step,
            ["minutes"] = Math.Round(_keeper.Minutes, 3),
            ["generator"] = sum.Generator / steps,
            ["discriminator"] = sum.Discriminator / steps,
            ["rolls"] = sum.Rolls / steps,
            ["features"] = sum.Features / steps,
            ["valid"] = distance.Mean,
            ["best"] = best,
        });
        (State.Epoch, State.GanSum) = (epoch, new());
        if (best)
            _keeper.SaveBest();
        return true;
    }
}
