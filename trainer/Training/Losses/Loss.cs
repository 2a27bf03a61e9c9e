using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The negative log-likelihoods of a batch, summed over its notes, in nats. All tensors are scalars.</summary>
/// <param name="Timing">Of the IOIs and phrase ends.</param>
/// <param name="Pitch">Of the pitches.</param>
/// <param name="Duration">Of the durations.</param>
/// <param name="Velocity">Of the velocities.</param>
internal readonly record struct Loss(Tensor Timing, Tensor Pitch, Tensor Duration, Tensor Velocity)
{
    /// <summary>The divergence of latents from their prior in nats, for models with latents; else null.</summary>
    public Tensor? Divergence { get; init; }

    /// <summary>The penalty on that divergence in the training loss.</summary>
    public Tensor? Penalty { get; init; }

    /// <summary>Computes the loss of a batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The tunes.</param>
    /// <param name="smoothing">Label smoothing: the share of each target that is spread evenly over all classes.</param>
    /// <param name="step">The number of optimiser steps taken, on which the penalty depends.</param>
    public static Loss Compute(IMelodyModel model, Batch batch, double smoothing = 0, int step = 0)
    {
        if (model is not ILatentModel latent)
            return Compute(model.Step(batch.Inputs, []).Hidden, model, batch, smoothing);
        var (hidden, divergence) = latent.Read(batch);
        return Compute(hidden, model, batch, smoothing) with { Divergence = divergence.sum(), Penalty = latent.Price(divergence, step) };
    }

    private static Loss Compute(Tensor hidden, IMelodyModel model, Batch batch, double smoothing)
    {
        var heads = model.Heads;
        var (ioi, pitch) = (batch[Column.NextIoi], batch[Column.NextPitch]);
        var (duration, barPosition) = (batch[Column.NextDuration], batch[Column.NextBarPosition]);
        return new(
            heads.Ioi.Loss(hidden, batch[Column.IoiScored], batch.MotifsFor(NoteAttribute.Timing), smoothing).sum(),
            heads.Pitch.Loss(
                hidden, batch[Column.PitchScored], batch.MotifsFor(NoteAttribute.Pitch), smoothing, ioi, barPosition).sum(),
            heads.Duration.Loss(
                hidden, batch[Column.DurationScored], batch.MotifsFor(NoteAttribute.Duration), smoothing, ioi, pitch, barPosition).sum(),
            heads.Velocity.Loss(hidden, batch[Column.VelocityScored], batch.Motifs, smoothing, pitch, duration, barPosition).sum());
    }

    /// <summary>The sum of all attributes.</summary>
    public Tensor Total() => Timing + Pitch + Duration + Velocity;
}
