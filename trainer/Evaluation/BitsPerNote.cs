namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Bits per note, by attribute. The end of a phrase counts as timing.</summary>
/// <param name="Timing">Bits per note of the IOIs.</param>
/// <param name="Pitch">Bits per note of the pitches.</param>
/// <param name="Duration">Bits per note of the durations.</param>
/// <param name="Velocity">Bits per note of the velocities; not part of <see cref="Total"/>.</param>
/// <param name="Notes">The number of notes measured.</param>
internal readonly record struct BitsPerNote(double Timing, double Pitch, double Duration, double Velocity, long Notes)
{
    /// <summary>The divergence of latents from their prior, for models with latents; else 0.</summary>
    public double Latent { get; init; }

    /// <summary>
    /// Timing, pitch, duration and latent together: the metric by which models are compared. With a latent it is an upper bound (the
    /// negative
    /// evidence lower bound).
    /// </summary>
    public double Total => Timing + Pitch + Duration + Latent;

    /// <summary>Converts sums of nats.</summary>
    public static BitsPerNote FromNats(double timing, double pitch, double duration, double velocity, long notes, double latent = 0)
    {
        double scale = 1 / (Math.Log(2) * Math.Max(1, notes));
        return new(timing * scale, pitch * scale, duration * scale, velocity * scale, notes) { Latent = latent * scale };
    }

    public override string ToString() =>
        $"{Total:F4} (timing {Timing:F4}, pitch {Pitch:F4}, duration {Duration:F4}"
        + $"{(Latent > 0 ? $", latent {Latent:F4}" : "")}; velocity {Velocity:F4})";
}
