using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>One of the runs of fine-tuning: a copy of the base model is trained on all folds but one and measured on that one.</summary>
/// <param name="Before">Bits per note of the base model on the held-out fold.</param>
/// <param name="After">Bits per note of the tuned model on it.</param>
/// <param name="State">The final state of the run.</param>
internal sealed record FoldRun(BitsPerNote Before, BitsPerNote After, RunState State)
{
    // The strength of the L2 anchor, per unit of the learning rate (see L2Anchor).
    private const double AnchorStrength = 20;

    /// <summary>The folder of a run's checkpoints.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="fold">The held-out fold, from 0.</param>
    public static string FolderOf(string folder, int fold) => Path.Combine(folder, "checkpoint", $"fold-{fold + 1}");

    /// <summary>Runs the training of one fold; resumes it if it has a checkpoint.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="header">The header of its checkpoints.</param>
    /// <param name="basis">The base model.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="fold">The held-out fold, from 0.</param>
    /// <param name="log">Reports the progress.</param>
    /// <param name="stop">Requests an early stop.</param>
    /// <exception cref="OperationCanceledException">The run was stopped; the message says how to resume.</exception>
    public static FoldRun Run(
        string folder, CheckpointHeader header, nn.Module basis, FinetuneTunes tunes, int fold, TrainingLog log, CancellationToken stop)
    {
        string runFolder = FolderOf(folder, fold);
        int token = header.Config.TokenOf(header.Config.Style);
        var heldOut = StepRows.FromPhrases(tunes.Folds[fold].Select(tune => tune.Phrase), token, header.Config.Form);
        var train = StepRows.FromPhrases(tunes.Without(fold).Select(tune => tune.Phrase), token, header.Config.Form)
            .Select(rows => new WeightedRows(rows, 1));
        var before = ValidationLoss.Measure(basis, heldOut, header.Config);
        header = header with { State = header.State with { Seed = header.State.Seed + fold, Losses = [], Sum = new() } };
        manual_seed(header.State.Seed);
        using var anchor = new L2Anchor(basis.parameters(), AnchorStrength);
        var model = ModelTypes.Copy(basis, header.Kind, header.Config);
        bool resume = File.Exists(Checkpoint.Last(runFolder));
        using var run = new TrainingRun(runFolder, header, model, header.State.Schedule!.Value, [.. train], heldOut, log, resume)
        {
            Anchor = anchor,
            OtherRuns = (fold, tunes.Folds.Count - fold - 1),
        };
        run.Run(stop);
        return new(before, ValidationLoss.Measure(model, heldOut, header.Config), run.State);
    }

    /// <summary>Sets a model's weights to the mean of the runs' last weights.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The style's folder.</param>
    /// <param name="folds">The number of runs.</param>
    public static void Average(nn.Module model, string folder, int folds)
    {
        using var noGradients = no_grad();
        foreach (var weights in model.parameters())
            weights.zero_();
        for (int fold = 0; fold < folds; fold++)
        {
            var (_, last) = Checkpoint.ReadModel(Checkpoint.Last(FolderOf(folder, fold)));
            using var _ = last;
            foreach (var (sum, weights) in model.parameters().Zip(last.parameters()))
                sum.add_(weights, alpha: 1.0f / folds);
        }
    }
}
