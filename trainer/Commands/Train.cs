using System.Globalization;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>train</c>: data sets become a style.</summary>
internal static class Train
{
    public static string Usage =>
        $"""
        train --data DATA --out STYLE [OPTION…]
          --data DATA     what prepare has written; may be given several times
          --weights N,…   how often tunes of each --data are drawn, with commas between (standard: once an epoch)
          --out STYLE     the folder to write; it must not hold a style yet
          --model KIND    lstm, gru, transformer, vae or gan (standard {StandardModel}, or the kind of --from)
          --from STYLE    begins with the weights and settings of this style
          --config FILE   settings as JSON; trainer/README.md lists them
          --minutes N     how long to train (standard {StandardMinutes}, unless --steps is given)
          --steps N       how many steps to train; with --minutes the one that is over first ends the run
          --seed N        the same seed gives the same steps (standard {StandardSeed})
          --resume        goes on with a run that was stopped or killed
        {StyleCard.Usage}
          --json          prints an object for each epoch and one at the end
        """;

    private const string StandardModel = "lstm";
    private const double StandardMinutes = 25;
    private const int StandardSeed = 1;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--data", "--weights", "--model", "--out", "--from", "--config", "--minutes", "--steps", "--resume", "--seed", "--json", .. StyleCard.Options]);
        arguments.AllowNoPaths();
        string folder = arguments.Required("--out");
        arguments.Required("--data");
        var schedule = ScheduleOf(arguments);
        bool resume = arguments.Has("--resume"), json = arguments.Has("--json");
        var header = resume ? Resumed(arguments, folder, schedule) : Begun(arguments, folder, schedule);
        var tunes = TrainingTunes.Read(arguments.All("--data"), header.State.Weights, header.Config);
        // A model that begins from another knows styles that this data need not have.
        if (!resume && arguments.Optional("--from") is null)
            tunes.CheckStyles(header.Config);
        var corpus = CorpusFacts.FromTunes(tunes.Train);
        if (resume && (corpus.Pieces, corpus.Notes) != (header.Corpus.Pieces, header.Corpus.Notes))
            throw new BadInputException($"{folder}: the run there learns {header.Corpus.Pieces} tunes with {header.Corpus.Notes} notes, and this data has {corpus.Pieces} with {corpus.Notes}; resume it with the data that it began with.");
        header = header with { Corpus = corpus };

        set_num_threads(1);
        using var log = new TrainingLog(folder, console, json);
        log.Write(arguments.Line);
        if (tunes.LeftOut > 0)
            log.Write($"{tunes.LeftOut} tunes are left out: they are relatives of tunes that another data set holds out");
        if (tunes.Valid.Count == 0)
            log.Write("no tunes are held out to validate on: the best weights are chosen by the tunes learnt, which says little; prepare more files");
        var state = Go(folder, header, header.State.Schedule!.Value, tunes, log, resume, resume ? null : FromStyle(arguments, header));
        log.Write($"the best was epoch {state.BestEpoch} of {state.Epoch}, {(header.Kind == ModelType.Gan ? $"whose bars differ by {state.BestValid:F4} from those" : $"with {state.BestValid:F4} bits per note")} on valid");
        double difference = Export.Write(Checkpoint.Best(folder), folder, StyleCard.FromArguments(arguments), json ? null : console);
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
    }

    private static RunState Go(string folder, CheckpointHeader header, Schedule schedule, TrainingTunes tunes, TrainingLog log, bool resume, nn.Module? begun)
    {
        using var signals = new StopSignals();
        manual_seed(header.State.Seed);
        if (header.Kind == ModelType.Gan)
        {
            using var gan = new GanRun(folder, header, schedule, BarPair.FromTunes(tunes.Train, tunes.Weights), BarPair.FromTunes(tunes.Valid), log, resume);
            log.WithProgressBar(() => gan.Run(signals.Token));
            return gan.State;
        }
        if (header.Kind == ModelType.Vae)
            tunes = tunes.InSegments(header.Config.Bars);
        using var run = new TrainingRun(folder, header, begun ?? ModelTypes.Create(header.Kind, header.Config), schedule, tunes.TrainRows(header.Config), tunes.ValidRows(header.Config), log, resume);
        log.WithProgressBar(() => run.Run(signals.Token));
        return run.State;
    }

    // The model of the style that --from gives; the settings may say otherwise how it is trained, but not how it is built.
    private static nn.Module? FromStyle(Arguments arguments, CheckpointHeader header)
    {
        if (arguments.Optional("--from") is not { } folder)
            return null;
        var (_, basis) = PretrainedModel.Read(StyleFile.Read(folder), folder);
        using var read = basis;
        try
        {
            return ModelTypes.Copy(basis, header.Kind, header.Config);
        }
        catch (ArgumentException)
        {
            throw new BadInputException($"train: the configuration builds another model than the one of {folder}; leave layers, hidden, heads, dense, hint, gate, places, key and styles as they are there.");
        }
    }

    private static Schedule? ScheduleOf(Arguments arguments)
    {
        double? minutes = arguments.Number("--minutes", 0.001, 100_000);
        int? steps = arguments.Count("--steps", 1, int.MaxValue);
        return minutes is null && steps is null ? null : new(minutes, steps);
    }

    private static double[] Weights(Arguments arguments)
    {
        string[] words = arguments.Optional("--weights")?.Split(',') ?? [];
        double Weight(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= 1000
            ? weight
            : throw new BadInputException($"train: --weights {word} is not a number from 0 to 1000; give one number for each --data, with commas between.");
        return [.. words.Select(Weight)];
    }

    private static CheckpointHeader Begun(Arguments arguments, string folder, Schedule? schedule)
    {
        var from = arguments.Optional("--from") is { } path ? StyleFile.Read(path) : null;
        string kind = arguments.Optional("--model") ?? from?.Type ?? StandardModel;
        ModelTypes.Check(kind);
        if (from is not null && from.Type != kind)
            throw new BadInputException($"train: --from gives a style of kind {from.Type}, which a model of kind {kind} cannot begin from; leave --model away.");
        if (File.Exists(Checkpoint.Last(folder)))
            throw new BadInputException($"{folder}: a run was begun here; add --resume to go on with it, or give another --out.");
        StyleFolder.RefuseToReplace(folder);
        var standard = from is null ? TrainConfig.Default(kind) : PretrainedModel.ConfigOf(from, arguments.Required("--from"));
        var config = TrainConfig.Read(arguments.Optional("--config"), standard, kind);
        var state = new RunState { Weights = Weights(arguments), Seed = arguments.Count("--seed", 0, int.MaxValue) ?? StandardSeed, Schedule = schedule ?? new(StandardMinutes, null) };
        return new(kind, arguments.Line, config, new(0, 0, [], 0, 0, 0, 1), StyleCard.FromArguments(arguments), state);
    }

    private static CheckpointHeader Resumed(Arguments arguments, string folder, Schedule? schedule)
    {
        string last = Checkpoint.Last(folder);
        if (!File.Exists(last))
            throw new BadInputException($"{folder}: there is no run to resume here; leave --resume away to begin one.");
        if (arguments.Optional("--config") is not null || arguments.Optional("--seed") is not null || arguments.Optional("--weights") is not null || arguments.Optional("--from") is not null)
            throw new BadInputException("train: a resumed run keeps what it began from, its configuration and seed, and its weights; leave --from, --config, --seed and --weights away.");
        var header = Checkpoint.ReadHeader(last);
        string kind = arguments.Optional("--model") ?? header.Kind;
        if (kind != header.Kind)
            throw new BadInputException($"{folder}: the run there trains a model of kind {header.Kind}; resume it with --model {header.Kind}.");
        return header with { State = header.State with { Schedule = schedule ?? header.State.Schedule ?? new(StandardMinutes, null) } };
    }
}
