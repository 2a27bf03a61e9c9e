using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// Trains a generator of bars against its discriminator, in turns: one step of the discriminator, then the generator's. Every draw follows from
/// the seed and the step. There is no likelihood to choose by; the best weights are those whose bars, made after real ones that are not learnt, are
/// most like what comes there (<see cref="BarLikeness"/>).
/// </summary>
internal sealed class GanRun : IDisposable
{
    private const int StepsPerEpoch = 200;
    private const int ComparedBars = 1024;

    private readonly TrainingLog _log;
    private readonly AdversarialModel _model;
    private readonly BarPair[] _train;
    private readonly BarDraw _draw;
    private readonly BarPair[] _valid;
    private readonly List<Parameter> _generated, _discriminated;
    private readonly CheckpointKeeper _keeper;

    /// <summary>A run from the beginning, or with <paramref name="resume"/> from the last checkpoint in its folder.</summary>
    /// <param name="folder">Where checkpoints go, in a folder of their own.</param>
    /// <param name="header">What the checkpoints say.</param>
    /// <param name="schedule">How long to train.</param>
    /// <param name="train">The bars to learn.</param>
    /// <param name="valid">The bars to choose the best weights by; where there are none, the learnt ones.</param>
    /// <param name="log">Where to say how it goes.</param>
    /// <param name="resume">Whether to go on from the last checkpoint.</param>
    /// <exception cref="BadInputException">There is no bar to learn.</exception>
    public GanRun(string folder, CheckpointHeader header, Schedule schedule, BarPair[] train, BarPair[] valid, TrainingLog log, bool resume)
    {
        if (train.Length == 0)
            throw new BadInputException("train: no tune has a bar of whole sixteenths, at most 24 of them; a model of kind gan needs such bars.");
        if (header.Config.BatchTunes < 2)
            throw new BadInputException("train: batchTunes is 1; a model of kind gan compares the means of two halves of a batch, so give 2 or more in --config.");
        (_train, _log) = (train, log);
        _draw = new(train);
        _valid = [.. (valid.Length > 0 ? valid : train).Take(ComparedBars)];
        _model = new(header.Config);
        (_generated, _discriminated) = ([.. _model.Generator.parameters()], [.. _model.Discriminator.parameters()]);
        _keeper = new(folder, header, schedule, _model, [_generated, _discriminated], log, resume);
    }

    /// <summary>Where the run stands.</summary>
    public RunState State => _keeper.State;

    private TrainConfig Config => _keeper.Config;

    /// <summary>Trains to the end of the schedule. The best weights are then in the best checkpoint.</summary>
    /// <param name="stop">Asks to stop before: the run then saves a checkpoint.</param>
    /// <exception cref="OperationCanceledException">It was stopped; the message says how to go on.</exception>
    /// <exception cref="InvalidOperationException">A loss stopped being a number again and again.</exception>
    /// <exception cref="IOException">A checkpoint could not be written.</exception>
    public void Go(CancellationToken stop = default)
    {
        _keeper.Begin($"gan: {_generated.Sum(part => part.numel())} parameters of the generator, {_discriminated.Sum(part => part.numel())} of the discriminator, {_train.Length} bars, {get_num_threads()} thread(s)");
        _log.Write($"as many bars of the corpus are at {BarLikeness.Of([.. _valid.Select(pair => pair.Next)], [.. _draw.Draw(_valid.Length, new(State.Seed)).Select(pair => pair.Next)])}");
        bool ended = false;
        while (!ended)
        {
            _keeper.HeedStop(stop);
            ended = _keeper.Share >= 1;
            if (!(ended ? End() : Onward()))
            {
                _keeper.SetBack();
                ended = false;
            }
        }
    }

    public void Dispose() => _keeper.Dispose();

    // False when something stopped being a number; here and below.
    private bool Onward()
    {
        if (!Step() || (State.Step % StepsPerEpoch == 0 && !EndEpoch()))
            return false;
        double left = _keeper.MinutesLeft;
        _log.Progress(_keeper.Share, $"{State.GanSum.InShort}, {left:F1} min left", $"step {State.Step}: {State.GanSum}, {_keeper.Minutes:F1} min, {left:F1} min left");
        return !_keeper.CheckpointDue || _keeper.Save();
    }

    private bool End() => ((State.GanSum.Steps == 0 && State.BestValid is not null) || EndEpoch()) && _keeper.Save();

    private bool Step()
    {
        using var scope = NewDisposeScope();
        int seed = unchecked((State.Seed * 1_000_003) + State.Step);
        manual_seed(seed);
        var batch = new BarBatch(_draw.Draw(Config.BatchTunes, new(seed)));
        double rate = _keeper.Rate;
        var discriminator = GanLosses.Discriminator(_model, batch, Noise());
        if (!Learn(1, discriminator, rate * Config.DiscriminatorRate))
            return false;
        if (Config.DiscriminatorNorm > 0)
            _model.Discriminator.LimitNorm(Config.DiscriminatorNorm);
        double adversarial = 0, rolls = 0, features = 0;
        for (int i = 0; i < Config.GeneratorSteps; i++)
        {
            var loss = GanLosses.Generator(_model, batch, Noise());
            if (!Learn(0, loss.Adversarial + (loss.Rolls * Config.RollWeight) + (loss.Features * Config.FeatureWeight), rate))
                return false;
            adversarial += loss.Adversarial.item<float>() / Config.GeneratorSteps;
            rolls += loss.Rolls.item<float>() / Config.GeneratorSteps;
            features += loss.Features.item<float>() / Config.GeneratorSteps;
        }
        _model.UpdateAverage(Math.Min(Config.WeightAverage, (1.0 + State.Step) / (10 + State.Step)));
        var sum = State.GanSum;
        (sum.Discriminator, sum.Generator, sum.Rolls, sum.Features, sum.Steps) =
            (sum.Discriminator + discriminator.item<float>(), sum.Generator + adversarial, sum.Rolls + rolls, sum.Features + features, sum.Steps + 1);
        State.Step++;
        return true;

        Tensor Noise() => randn(Config.BatchTunes, _model.Noise);
    }

    private bool Learn(int which, Tensor loss, double rate)
    {
        // The other's gradients are made too, and dropped here.
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
        if (!_keeper.WeightsAreNumbers())
            return false;
        var distance = BarLikeness.Of(_model, _valid);
        var sum = State.GanSum;
        int steps = Math.Max(1, sum.Steps), epoch = State.Epoch + 1;
        State.Losses.Add(new(epoch, Math.Round(sum.Generator / steps, 4), Math.Round(distance.Mean, 4)) { Discriminator = Math.Round(sum.Discriminator / steps, 4) });
        bool best = _keeper.IsBest(distance.Mean);
        _log.Epoch(_keeper.Share, $"epoch {epoch}: {_keeper.Minutes:F1} min, step {State.Step}, {sum}, valid {distance}{(best ? ", the best yet" : "")}", new()
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
