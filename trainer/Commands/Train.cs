using System.Globalization;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using Spectre.Console.Cli;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>train</c>: trains a model on data sets and writes it as a style.</summary>
internal sealed class Train(IAnsiConsole console) : Command<TrainSettings>
{
    private const string DefaultModel = "lstm";
    private const double DefaultMinutes = 25;
    private const int DefaultSeed = 1;

    public override int Execute(CommandContext context, TrainSettings settings, CancellationToken cancellationToken)
    {
        string folder = settings.Out, command = CommandText.Format(context.Arguments);
        var header = settings.Resume ? Resumed(settings) : Begun(settings, command);
        var tunes = TrainingTunes.Read(settings.Data, header.State.Weights, header.Config);
        // A model that starts from another has tokens for styles that this data need not contain.
        if (!settings.Resume && settings.From is null)
            tunes.CheckStyles(header.Config);
        var corpus = CorpusFacts.FromTunes(tunes.Train);
        if (settings.Resume)
            CheckSameCorpus(folder, corpus, header.Corpus);
        header = header with { Corpus = corpus };

        set_num_threads(1);
        using var log = new TrainingLog(folder, console, settings.Json);
        log.Write(command);
        if (OneDnn.CachesAreHidden)
            log.Write(OneDnn.OffMessage);
        if (tunes.LeftOut > 0)
            log.Write($"{tunes.LeftOut} tunes are omitted: they are related to tunes that another data set holds out");
        if (tunes.Valid.Count == 0)
            log.Write("there are no validation tunes: the best weights are chosen by training loss, which says little; prepare more files");
        var state = Fit(folder, header, tunes, log, settings.Resume, settings.Resume ? null : ModelOf(settings.From, header));
        string score = header.Kind == ModelType.Gan ? $"bars differ by {state.BestValid:F4}" : $"{state.BestValid:F4} bits per note";
        log.Write($"the best was epoch {state.BestEpoch} of {state.Epoch}: {score} on valid");
        double difference = CheckpointExport.Write(Checkpoint.Best(folder), folder, settings.Card, settings.Json ? null : console);
        log.Write(new JsonObject
        {
            ["style"] = folder,
            ["steps"] = state.Step,
            ["epochs"] = state.Epoch,
            ["minutes"] = Math.Round(state.Minutes, 3),
            ["best_epoch"] = state.BestEpoch,
            ["best_valid"] = state.BestValid,
            ["largest_difference"] = difference,
        });
        return ExitCode.Done;
    }

    private static RunState Fit(
        string folder, CheckpointHeader header, TrainingTunes tunes, TrainingLog log, bool resume, nn.Module? initial)
    {
        var schedule = header.State.Schedule!.Value;
        using var signals = new StopSignals();
        manual_seed(header.State.Seed);
        if (header.Kind == ModelType.Gan)
        {
            var bars = BarPair.FromTunes(tunes.Train, tunes.Weights);
            using var gan = new GanRun(folder, header, schedule, bars, BarPair.FromTunes(tunes.Valid), log, resume);
            log.WithProgressBar(() => gan.Run(signals.Token));
            return gan.State;
        }
        if (header.Kind == ModelType.Vae)
            tunes = tunes.InSegments(header.Config.Bars);
        var model = initial ?? ModelTypes.Create(header.Kind, header.Config);
        using var run = new TrainingRun(
            folder, header, model, schedule, tunes.TrainRows(header.Config), tunes.ValidRows(header.Config), log, resume);
        log.WithProgressBar(() => run.Run(signals.Token));
        return run.State;
    }

    // The model of the style that --from gives; the configuration may change how it is trained, but not its architecture.
    private static nn.Module? ModelOf(string? folder, CheckpointHeader header)
    {
        if (folder is null)
            return null;
        var (_, pretrained) = PretrainedModel.Read(StyleFile.Read(folder), folder);
        using var _ = pretrained;
        try
        {
            return ModelTypes.Copy(pretrained, header.Kind, header.Config);
        }
        catch (ArgumentException)
        {
            throw new BadInputException(
                $"train: the configuration gives another architecture than {folder}; "
                + "remove layers, hidden, heads, dense, hint, form, gate, places, key and styles from it.");
        }
    }

    private static void CheckSameCorpus(string folder, CorpusFacts corpus, CorpusFacts before)
    {
        if ((corpus.Pieces, corpus.Notes) != (before.Pieces, before.Notes))
        {
            throw new BadInputException(
                $"{folder}: the run there trains on {before.Pieces} tunes with {before.Notes} notes, "
                + $"but this data has {corpus.Pieces} with {corpus.Notes}; resume it with its own data.");
        }
    }

    private static double[] Weights(string? text)
    {
        double Weight(string word) =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= 1000
                ? weight
                : throw new BadInputException(
                    $"train: --weights {word} is not a number from 0 to 1000; give one number for each --data, separated by commas.");
        return [.. (text?.Split(',') ?? []).Select(Weight)];
    }

    private static CheckpointHeader Begun(TrainSettings settings, string command)
    {
        string folder = settings.Out;
        var from = settings.From is { } path ? StyleFile.Read(path) : null;
        string type = settings.Model ?? from?.Type ?? DefaultModel;
        ModelTypes.Check(type);
        if (from is not null && from.Type != type)
        {
            throw new BadInputException(
                $"train: {settings.From} is a {from.Type} style, and a {type} model cannot start from it; remove --model.");
        }
        if (File.Exists(Checkpoint.Last(folder)))
            throw new BadInputException($"{folder}: a run was begun here; add --resume to resume it, or give another --out.");
        StyleFolder.RefuseToReplace(folder);
        var defaults = from is null ? TrainConfig.Default(type) : PretrainedModel.ConfigOf(from, settings.From!);
        var config = TrainConfig.Read(settings.Config, defaults, type);
        var state = new RunState
        {
            Weights = Weights(settings.Weights),
            Seed = settings.Seed?.Count ?? DefaultSeed,
            Schedule = settings.Schedule ?? new(DefaultMinutes, null),
        };
        return new(type, command, config, new(0, 0, [], 0, 0, 0, 1), settings.Card, state);
    }

    private static CheckpointHeader Resumed(TrainSettings settings)
    {
        string folder = settings.Out, last = Checkpoint.Last(folder);
        if (!File.Exists(last))
            throw new BadInputException($"{folder}: there is no run to resume here; remove --resume to begin one.");
        if (settings.Config is not null || settings.Seed is not null || settings.Weights is not null || settings.From is not null)
        {
            throw new BadInputException(
                "train: a resumed run keeps its initial style, configuration, seed and weights; "
                + "remove --from, --config, --seed and --weights.");
        }
        var header = Checkpoint.ReadHeader(last);
        if ((settings.Model ?? header.Kind) != header.Kind)
            throw new BadInputException($"{folder}: the run there trains a {header.Kind} model; resume it with --model {header.Kind}.");
        var schedule = settings.Schedule ?? header.State.Schedule ?? new(DefaultMinutes, null);
        return header with { State = header.State with { Schedule = schedule } };
    }
}
