using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The summed losses of several batches, in nats. Property names are keys of checkpoints.</summary>
internal sealed record LossSum
{
    public double Timing { get; set; }
    public double Pitch { get; set; }
    public double Duration { get; set; }
    public double Velocity { get; set; }

    /// <summary>The divergence of latents, for models with latents.</summary>
    public double Latent { get; set; }
    public long Notes { get; set; }

    /// <summary>Adds the loss of a batch with a number of notes.</summary>
    public void Add(Loss loss, int notes)
    {
        Timing += loss.Timing.item<float>();
        Pitch += loss.Pitch.item<float>();
        Duration += loss.Duration.item<float>();
        Velocity += loss.Velocity.item<float>();
        Latent += loss.Divergence?.item<float>() ?? 0;
        Notes += notes;
    }

    /// <summary>The mean per note, in bits.</summary>
    public BitsPerNote Bits() => BitsPerNote.FromNats(Timing, Pitch, Duration, Velocity, Notes, Latent);
}
