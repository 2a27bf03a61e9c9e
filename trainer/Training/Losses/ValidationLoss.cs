using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>How well a model foretells whole tunes that it does not learn.</summary>
internal static class ValidationLoss
{
    /// <param name="model">An <see cref="IMelodyModel"/>, put into evaluation mode.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="config">How large its batches are.</param>
    /// <param name="beforeBatch">What is done before each batch.</param>
    public static BitsPerNote Measure(nn.Module model, IEnumerable<StepRows> tunes, TrainConfig config, Action? beforeBatch = null)
    {
        using var noGradients = no_grad();
        model.eval();
        var sum = new LossSum();
        foreach (var items in BatchPlan.Whole(tunes, 2 * config.BatchTunes))
        {
            beforeBatch?.Invoke();
            using var scope = NewDisposeScope();
            var batch = new Batch(items);
            sum.Add(Loss.Compute((IMelodyModel)model, batch), batch.Notes);
        }
        return sum.Bits();
    }
}
