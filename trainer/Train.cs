using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer;

/// <summary>The verb <c>train</c>: a data set becomes a style.</summary>
internal static class Train
{
    public const string Usage = "train --data DATA --model lstm --out STYLE [--config FILE] [--minutes N] [--steps N] [--resume] [--seed N] "
        + "[--name TEXT] [--description TEXT] [--author TEXT] [--licence TEXT]";

    private const double StandardMinutes = 25;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--data", "--model", "--out", "--config", "--minutes", "--steps", "--resume", "--seed", .. StyleCard.Options]);
        string folder = arguments.Required("--out");
        string kind = arguments.Optional("--model") ?? "lstm";
        var schedule = new Schedule(arguments.Number("--minutes", 0.001, 100_000) ?? StandardMinutes, arguments.Count("--steps", 1, int.MaxValue));
        var header = Header(arguments, folder, kind, out bool resume);
        var data = DataSet.Read(arguments.Required("--data"));
        header = resume ? header : header with { Corpus = CorpusFacts.Of(data.Train) };

        set_num_threads(1);
        using (var log = new TrainingLog(folder, console))
        {
            log.Write(arguments.Line);
            manual_seed(header.State.Seed);
            using var run = new TrainingRun(folder, header, ModelKinds.Create(kind, header.Config), schedule, Rows(data.Train), Rows(data.Valid), log, resume);
            run.Go();
        }
        Export.Write(Checkpoint.Best(folder), folder, StyleCard.Of(arguments), console);
    }

    private static CheckpointHeader Header(Arguments arguments, string folder, string kind, out bool resume)
    {
        ModelKinds.Check(kind);
        string last = Checkpoint.Last(folder);
        resume = arguments.Has("--resume");
        if (resume)
        {
            if (!File.Exists(last))
                throw new BadInputException($"{folder}: there is no run to resume here; leave --resume away to begin one.");
            if (arguments.Optional("--config") is not null || arguments.Optional("--seed") is not null)
                throw new BadInputException("train: a resumed run keeps its configuration and seed; leave --config and --seed away.");
            var read = Checkpoint.ReadHeader(last);
            return read.Kind == kind ? read : throw new BadInputException($"{folder}: the run there trains a model of kind {read.Kind}; resume it with --model {read.Kind}.");
        }
        if (File.Exists(last))
            throw new BadInputException($"{folder}: a run was begun here; add --resume to go on with it, or give another --out.");
        var config = TrainConfig.Read(arguments.Optional("--config"));
        var state = new RunState { Seed = arguments.Count("--seed", 0, int.MaxValue) ?? 1 };
        return new(kind, arguments.Line, config, new(0, 0, [], 0, 0, 0), StyleCard.Of(arguments), state);
    }

    private static StepRows[] Rows(IReadOnlyList<Tune> tunes) => StepRows.Of(tunes.Select(tune => tune.Phrase));
}
