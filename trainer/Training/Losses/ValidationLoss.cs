using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The loss of a model on whole tunes without augmentation.</summary>
internal static class ValidationLoss
{
    /// <summary>Measures the loss.</summary>
    /// <param name="model">An <see cref="IMelodyModel"/>; it is switched to evaluation mode.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="config">Its batch size is doubled, because no gradients are kept.</param>
    /// <param name="beforeBatch">Called before each batch.</param>
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
