using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The negative log-likelihoods of a batch, summed over its notes, in nats.</summary>
/// <param name="Timing">Of the gaps, the phrase's end included.</param>
/// <param name="Pitch">Of the pitches.</param>
/// <param name="Duration">Of the durations.</param>
/// <param name="Velocity">Of the velocities.</param>
internal readonly record struct Loss(Tensor Timing, Tensor Pitch, Tensor Duration, Tensor Velocity)
{
    public static Loss Of(IMelodyModel model, Batch batch)
    {
        var (hidden, gap, _) = model.Step(batch.Note, batch.Place, batch.Hint, []);
        var (nextGap, nextPitch, nextDuration, nextPlace) =
            (batch[Column.NextGap], batch[Column.NextPitch], batch[Column.NextDuration], batch[Column.NextPlace]);
        return new(
            Sum(gap, batch[Column.GapScored]),
            Sum(model.Pitch(hidden, nextGap, nextPlace), batch[Column.PitchScored]),
            Sum(model.Duration(hidden, nextGap, nextPitch, nextPlace), batch[Column.DurationScored]),
            Sum(model.Velocity(hidden, nextPitch, nextDuration, nextPlace), batch[Column.VelocityScored]));
    }

    /// <summary>The sum of all four.</summary>
    public Tensor Total() => Timing + Pitch + Duration + Velocity;

    // (b, n, classes) and (b, n) to one number
    private static Tensor Sum(Tensor logits, Tensor scored) => nn.functional.cross_entropy(
        logits.reshape(-1, logits.shape[2]), scored.reshape(-1), ignore_index: Column.NoScore, reduction: nn.Reduction.Sum);
}
