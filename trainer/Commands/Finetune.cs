using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using Spectre.Console.Cli;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The command <c>finetune</c>: adapts a style to a musician's own tunes. They are few, so none is spared for validation: each fifth is
/// held out from one of five runs, to measure the gain, and the weights of the five runs, which start from the same weights, are averaged
/// (Wortsman and others, Model Soups, 2022).
/// </summary>
internal sealed class Finetune(IAnsiConsole console) : Command<FinetuneSettings>
{
    private const int MostEpochs = 30;

    public override int Execute(CommandContext context, FinetuneSettings settings, CancellationToken cancellationToken)
    {
        string folder = settings.Out, command = CommandText.Format(context.Arguments);
        CheckRun(settings);
        var tunes = FinetuneTunes.Read(settings.Data);
        var style = StyleFile.Read(settings.From);
        var (config, model) = PretrainedModel.Read(style, settings.From);
        using var _ = model;
        config = Tuned(NearestStyle.Choose(model, config, tunes.All.Select(tune => tune.Phrase)));
        int trained = tunes.All.Count - tunes.Folds[0].Count;
        int stepsPerEpoch = (trained + config.BatchTunes - 1) / config.BatchTunes;
        var state = new RunState
        {
            Seed = settings.Seed.Count,
            Schedule = new(settings.Minutes.Value / tunes.Folds.Count, MostEpochs * stepsPerEpoch),
        };
        var corpus = CorpusFacts.FromTunes(tunes.All);
        var header = new CheckpointHeader(style.Type, command, config, corpus, CardOf(settings, style, tunes), state);

        set_num_threads(1);
        using var log = new TrainingLog(folder, console, settings.Json);
        log.Write(command);
        if (OneDnn.CachesAreHidden)
            log.Write(OneDnn.OffMessage);
        if (config.Style.Length > 0)
            log.Write($"of the sources of {style.Name}, {config.Style} is nearest to these tunes");
        var runs = RunFolds(folder, header, model, tunes, log);
        header = header with
        {
            State = new()
            {
                Seed = header.State.Seed,
                Epoch = runs.Max(run => run.State.Epoch),
                Minutes = runs.Sum(run => run.State.Minutes),
            },
        };
        Finish(settings, header, model, style, tunes, runs, log);
        return ExitCode.Done;
    }

    private static List<FoldRun> RunFolds(string folder, CheckpointHeader header, nn.Module model, FinetuneTunes tunes, TrainingLog log)
    {
        using var signals = new StopSignals();
        var runs = new List<FoldRun>();
        log.WithProgressBar(() =>
        {
            for (int fold = 0; fold < tunes.Folds.Count; fold++)
                RunFold(fold);
        });
        int cut = runs.Count(run => run.State.Step < run.State.Schedule!.Value.Steps);
        if (cut > 0)
            log.Write($"the time limit ended {cut} of {runs.Count} runs before {MostEpochs} epochs; more --minutes may improve the result");
        return runs;

        void RunFold(int fold)
        {
            log.Write($"run {fold + 1} of {tunes.Folds.Count}, {tunes.Folds[fold].Count} of {tunes.All.Count} tunes held out");
            log.Write(new JsonObject { ["run"] = fold + 1, ["of"] = tunes.Folds.Count, ["held_out"] = tunes.Folds[fold].Count });
            runs.Add(FoldRun.Run(folder, header, model, tunes, fold, log, signals.Token));
        }
    }

    private void Finish(
        FinetuneSettings settings,
        CheckpointHeader header,
        nn.Module model,
        StyleFile style,
        FinetuneTunes tunes,
        List<FoldRun> runs,
        TrainingLog log)
    {
        string folder = settings.Out;
        double before = Mean(runs, run => run.Before), after = Mean(runs, run => run.After);
        log.Write($"{tunes.All.Count} tunes, each held out once: {Compare(before, after)}");
        bool gained = after < before;
        if (!gained)
            log.Write($"no gain on held-out tunes: the style written plays as {style.Name} does; give more tunes");
        var metrics = new JsonObject
        {
            ["from"] = style.Id,
            ["held_out_before"] = Math.Round(before, 4),
            ["held_out_after"] = Math.Round(after, 4),
        };
        var config = header.Config;
        var test = StepRows.FromPhrases(tunes.Test.Select(tune => tune.Phrase), config.TokenOf(config.Style), config.Form);
        var untuned = ValidationLoss.Measure(model, test, header.Config);
        if (gained)
            FoldRun.Average(model, folder, runs.Count);
        if (test.Length > 0)
        {
            var tuned = ValidationLoss.Measure(model, test, header.Config);
            log.Write($"{test.Length} test tunes: {Compare(untuned.Total, tuned.Total)}");
            (metrics["test_before"], metrics["test_after"]) = (Math.Round(untuned.Total, 4), Math.Round(tuned.Total, 4));
        }
        string best = Checkpoint.Best(folder);
        Checkpoint.Write(best, header, model, []);
        double difference = CheckpointExport.Write(best, folder, settings.Card, settings.Json ? null : console, metrics);
        for (int fold = 0; fold < runs.Count; fold++)
            Directory.Delete(FoldRun.FolderOf(folder, fold), recursive: true);
        log.Write(new JsonObject
        {
            ["style"] = folder,
            ["minutes"] = Math.Round(header.State.Minutes, 3),
            ["gained"] = gained,
            ["finetuned"] = metrics.DeepClone(),
            ["largest_difference"] = difference,
        });
    }

    // A few tunes are soon overfitted: dropout is high, and the number of epochs is fixed, because a fifth of the tunes is too little to
    // choose it by. The velocity loss has a low weight: velocities that the pretrained model does not expect would dominate the gradient.
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

    private static void CheckRun(FinetuneSettings settings)
    {
        string folder = settings.Out;
        bool begun = Directory.Exists(FoldRun.FolderOf(folder, 0)), done = !begun && File.Exists(Checkpoint.Best(folder));
        string? error = done ? "a run was completed here; give another --out"
            : settings.Resume && !begun ? "there is no run to resume here; remove --resume to begin one"
            : begun && !settings.Resume ? "a run was begun here; add --resume to resume it, or give another --out"
            : null;
        if (error is not null)
            throw new BadInputException($"{folder}: {error}.");
        if (!begun)
            StyleFolder.RefuseToReplace(folder);
    }

    private static StyleCard CardOf(FinetuneSettings settings, StyleFile style, FinetuneTunes tunes)
    {
        string description = $"{style.Name}, fine-tuned on {tunes.All.Count} tunes.";
        var controls = style.Controls;
        return settings.Card.MergeWith(new(null, description, style.Author, style.Licence, controls?.Temperature, controls?.TopP));
    }

    private static double Mean(List<FoldRun> runs, Func<FoldRun, BitsPerNote> bits) =>
        runs.Sum(run => bits(run).Total * run.Before.Notes) / runs.Sum(run => run.Before.Notes);

    private static string Compare(double before, double after)
    {
        double percent = 100 * Math.Abs(1 - (after / before));
        return $"{before:F4} bits per note before, {after:F4} after, {percent:F1} % {(after <= before ? "less" : "more")}";
    }
}
