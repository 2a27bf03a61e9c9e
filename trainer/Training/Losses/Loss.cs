using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;
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
    /// <summary>The divergence of latents from their prior, in nats, in a model that has latents; else null.</summary>
    public Tensor? Divergence { get; init; }

    /// <summary>What is minimised of that.</summary>
    public Tensor? Penalty { get; init; }

    /// <param name="model">The model.</param>
    /// <param name="batch">The tunes.</param>
    /// <param name="smoothing">The share of each likelihood that goes to all classes alike.</param>
    /// <param name="step">How many optimiser steps were taken.</param>
    public static Loss Compute(IMelodyModel model, Batch batch, double smoothing = 0, int step = 0)
    {
        if (model is not ILatentModel latent)
            return Compute(model.Step(batch.Note, batch.BarPosition, batch.Hint, []).Hidden, model, batch, smoothing);
        var (hidden, divergence) = latent.Read(batch);
        return Compute(hidden, model, batch, smoothing) with { Divergence = divergence.sum(), Penalty = latent.Price(divergence, step) };
    }

    private static Loss Compute(Tensor hidden, IMelodyModel model, Batch batch, double smoothing)
    {
        var heads = model.Heads;
        var (ioi, pitch, duration, place) = (batch[Column.NextIoi], batch[Column.NextPitch], batch[Column.NextDuration], batch[Column.NextBarPosition]);
        return new(
            heads.Ioi.Loss(hidden, batch[Column.IoiScored], batch.MotifsFor(NoteAttribute.Timing), smoothing).sum(),
            heads.Pitch.Loss(hidden, batch[Column.PitchScored], batch.MotifsFor(NoteAttribute.Pitch), smoothing, ioi, place).sum(),
            heads.Duration.Loss(hidden, batch[Column.DurationScored], batch.MotifsFor(NoteAttribute.Duration), smoothing, ioi, pitch, place).sum(),
            heads.Velocity.Loss(hidden, batch[Column.VelocityScored], batch.Motifs, smoothing, pitch, duration, place).sum());
    }

    /// <summary>The sum of all four.</summary>
    public Tensor Total() => Timing + Pitch + Duration + Velocity;
}
