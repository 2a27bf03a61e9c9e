using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>One of the runs of fine-tuning: a copy of the base learns all tunes but a part, which says what that is worth.</summary>
/// <param name="Before">How well the base foretells the part held out.</param>
/// <param name="After">How well the tuned model does.</param>
/// <param name="State">Where the run ended.</param>
internal sealed record FoldRun(BitsPerNote Before, BitsPerNote After, RunState State)
{
    // Of the way back to the base, per unit of the learning rate.
    private const double AnchorStrength = 20;

    /// <summary>Where a run keeps its checkpoints.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="fold">The part held out.</param>
    public static string FolderOf(string folder, int fold) => Path.Combine(folder, "checkpoint", $"fold-{fold + 1}");

    /// <summary>Begins a run, or goes on with one that was begun.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="header">What its checkpoints say.</param>
    /// <param name="basis">The base.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="fold">The part held out.</param>
    /// <param name="log">Where to say how it goes.</param>
    /// <param name="stop">Asks to stop before.</param>
    public static FoldRun Run(string folder, CheckpointHeader header, nn.Module basis, FinetuneTunes tunes, int fold, TrainingLog log, CancellationToken stop)
    {
        string own = FolderOf(folder, fold);
        int token = header.Config.TokenOf(header.Config.Style);
        var heldOut = StepRows.FromPhrases(tunes.Folds[fold].Select(tune => tune.Phrase), token);
        var learnt = StepRows.FromPhrases(tunes.Without(fold).Select(tune => tune.Phrase), token).Select(rows => new WeightedRows(rows, 1));
        var before = ValidationLoss.Measure(basis, heldOut, header.Config);
        header = header with { State = header.State with { Seed = header.State.Seed + fold, Losses = [], Sum = new() } };
        manual_seed(header.State.Seed);
        using var anchor = new L2Anchor(basis.parameters(), AnchorStrength);
        var model = ModelTypes.Copy(basis, header.Kind, header.Config);
        using var run = new TrainingRun(own, header, model, header.State.Schedule!.Value, [.. learnt], heldOut, log, File.Exists(Checkpoint.Last(own)))
        {
            Anchor = anchor,
            OtherRuns = (fold, tunes.Folds.Count - fold - 1),
        };
        run.Run(stop);
        return new(before, ValidationLoss.Measure(model, heldOut, header.Config), run.State);
    }

    /// <summary>Makes a model's weights the mean of those that the runs ended with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The style's folder.</param>
    /// <param name="folds">How many runs there were.</param>
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
