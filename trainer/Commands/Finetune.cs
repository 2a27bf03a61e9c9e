using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The verb <c>finetune</c>: a style learns a musician's own tunes. Of few tunes none can be spared: each fifth is held out from one of five
/// runs, to tell what is gained, and the weights of the five, near each other since they have one beginning, are averaged
/// (Wortsman and others, Model Soups, 2022).
/// </summary>
internal static class Finetune
{
    public static string Usage =>
        $"""
        finetune --from STYLE --data DATA --out STYLE [OPTION…]
          --from STYLE    the style that learns, of kind lstm, gru or transformer
          --data DATA     your own tunes, as prepare has written them; may be given several times
          --out STYLE     the folder to write; it must not hold a style yet
          --minutes N     how long at most, for all runs together (standard {StandardMinutes}); they end after {MostEpochs} epochs each
          --seed N        the same seed gives the same steps (standard {StandardSeed})
          --resume        goes on with a run that was stopped or killed
        {StyleCard.Usage}
          --json          prints an object for each run and epoch, and one at the end
        """;

    private const double StandardMinutes = 8;
    private const int StandardSeed = 1;
    private const int MostEpochs = 30;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--from", "--data", "--out", "--minutes", "--resume", "--seed", "--json", .. StyleCard.Options]);
        arguments.AllowNoPaths();
        string from = arguments.Required("--from"), folder = arguments.Required("--out");
        arguments.Required("--data");
        double minutes = arguments.Number("--minutes", 0.001, 100_000) ?? StandardMinutes;
        CheckRun(arguments, folder);
        var tunes = FinetuneTunes.Read(arguments.All("--data"));
        var style = StyleFile.Read(from);
        var (config, basis) = PretrainedModel.Read(style, from);
        using var _ = basis;
        config = Tuned(NearestStyle.Choose(basis, config, tunes.All.Select(tune => tune.Phrase)));
        int learnt = tunes.All.Count - tunes.Folds[0].Count;
        var header = new CheckpointHeader(style.Type, arguments.Line, config, CorpusFacts.FromTunes(tunes.All), CardOf(arguments, style, tunes), new()
        {
            Seed = arguments.Count("--seed", 0, int.MaxValue - tunes.Folds.Count) ?? StandardSeed,
            Schedule = new(minutes / tunes.Folds.Count, MostEpochs * ((learnt + config.BatchTunes - 1) / config.BatchTunes)),
        });

        set_num_threads(1);
        using var log = new TrainingLog(folder, console, arguments.Has("--json"));
        log.Write(arguments.Line);
        if (config.Style.Length > 0)
            log.Write($"of the styles that {style.Name} knows, these tunes are nearest to {config.Style}");
        var runs = Go(folder, header, basis, tunes, log);
        header = header with { State = new() { Seed = header.State.Seed, Epoch = runs.Max(run => run.State.Epoch), Minutes = runs.Sum(run => run.State.Minutes) } };
        Finish(arguments, header, basis, style, tunes, runs, log, console);
    }

    private static List<FoldRun> Go(string folder, CheckpointHeader header, nn.Module basis, FinetuneTunes tunes, TrainingLog log)
    {
        using var signals = new StopSignals();
        var runs = new List<FoldRun>();
        log.WithProgressBar(() =>
        {
            for (int fold = 0; fold < tunes.Folds.Count; fold++)
                Go(fold);
        });
        int cut = runs.Count(run => run.State.Step < run.State.Schedule!.Value.Steps);
        if (cut > 0)
            log.Write($"the minutes ended {cut} of {runs.Count} runs before their {MostEpochs} epochs; with more --minutes more may be gained");
        return runs;

        void Go(int fold)
        {
            log.Write($"run {fold + 1} of {tunes.Folds.Count}, {tunes.Folds[fold].Count} of {tunes.All.Count} tunes held out");
            log.Write(new JsonObject { ["run"] = fold + 1, ["of"] = tunes.Folds.Count, ["held_out"] = tunes.Folds[fold].Count });
            runs.Add(FoldRun.Run(folder, header, basis, tunes, fold, log, signals.Token));
        }
    }

    private static void Finish(
        Arguments arguments, CheckpointHeader header, nn.Module basis, StyleFile style, FinetuneTunes tunes, List<FoldRun> runs, TrainingLog log, IAnsiConsole console)
    {
        string folder = arguments.Required("--out");
        double before = Mean(runs, run => run.Before), after = Mean(runs, run => run.After);
        log.Write($"{tunes.All.Count} tunes, each held out once: {Told(before, after)}");
        bool gained = after < before;
        if (!gained)
            log.Write($"nothing was gained on tunes held out: the style written plays as {style.Name} does; give more tunes");
        var figures = new JsonObject { ["from"] = style.Id, ["held_out_before"] = Math.Round(before, 4), ["held_out_after"] = Math.Round(after, 4) };
        var test = StepRows.FromPhrases(tunes.Test.Select(tune => tune.Phrase), header.Config.TokenOf(header.Config.Style));
        var untuned = ValidationLoss.Measure(basis, test, header.Config);
        if (gained)
            FoldRun.Average(basis, folder, runs.Count);
        if (test.Length > 0)
        {
            var tuned = ValidationLoss.Measure(basis, test, header.Config);
            log.Write($"{test.Length} tunes kept for a test: {Told(untuned.Total, tuned.Total)}");
            (figures["test_before"], figures["test_after"]) = (Math.Round(untuned.Total, 4), Math.Round(tuned.Total, 4));
        }
        string best = Checkpoint.Best(folder);
        Checkpoint.Write(best, header, basis, []);
        double difference = Export.Write(best, folder, StyleCard.FromArguments(arguments), arguments.Has("--json") ? null : console, figures);
        for (int fold = 0; fold < runs.Count; fold++)
            Directory.Delete(FoldRun.FolderOf(folder, fold), recursive: true);
        log.Write(new JsonObject
        {
            ["style"] = folder,
            ["minutes"] = Math.Round(header.State.Minutes, 3),
            ["gained"] = gained,
            ["finetuned"] = figures.DeepClone(),
            ["largest_difference"] = difference,
        });
    }

    // Few tunes are soon learnt by heart: much dropout, and an end that is set beforehand, for a fifth of them is too few to choose it by. A base
    // may be sure of velocities that these tunes do not have; put right at full weight, they would pull the rest along.
    private static TrainConfig Tuned(TrainConfig config) => config with
    {
        LearningRate = 1e-3,
        WarmupSteps = 10,
        FinalRate = 0.05,
        WeightDecay = 0,
        Dropout = 0.4,
        BatchTunes = 4,
        VelocityWeight = 0.02,
        Patience = 0,
        CheckpointMinutes = 1,
        LowestPitch = new TrainConfig().LowestPitch,
        HighestPitch = new TrainConfig().HighestPitch,
    };

    private static void CheckRun(Arguments arguments, string folder)
    {
        bool begun = Directory.Exists(FoldRun.FolderOf(folder, 0)), done = !begun && File.Exists(Checkpoint.Best(folder)), resume = arguments.Has("--resume");
        string? trouble = done ? "a run was made here; give another --out"
            : resume && !begun ? "there is no run to resume here; leave --resume away to begin one"
            : begun && !resume ? "a run was begun here; add --resume to go on with it, or give another --out"
            : null;
        if (trouble is not null)
            throw new BadInputException($"{folder}: {trouble}.");
        if (!begun)
            StyleFolder.RefuseToReplace(folder);
    }

    private static StyleCard CardOf(Arguments arguments, StyleFile style, FinetuneTunes tunes) =>
        StyleCard.FromArguments(arguments).MergeWith(new(null, $"{style.Name}, fine-tuned on {tunes.All.Count} tunes.", style.Author, style.Licence, style.Controls?.Temperature, style.Controls?.TopP));

    private static double Mean(List<FoldRun> runs, Func<FoldRun, BitsPerNote> bits) =>
        runs.Sum(run => bits(run).Total * run.Before.Notes) / runs.Sum(run => run.Before.Notes);

    private static string Told(double before, double after) =>
        $"{before:F4} bits per note before, {after:F4} after, {100 * Math.Abs(1 - (after / before)):F1} % {(after <= before ? "less" : "more")}";
}
