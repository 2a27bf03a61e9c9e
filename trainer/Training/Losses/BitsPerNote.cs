namespace ComposerPlugin.Trainer.Training;

/// <summary>Bits per note, by what they tell. The phrase's end counts as timing.</summary>
/// <param name="Notes">How many notes they were measured on.</param>
internal readonly record struct BitsPerNote(double Timing, double Pitch, double Duration, double Velocity, long Notes)
{
    /// <summary>What a latent costs: the divergence from its prior, in models that have one.</summary>
    public double Latent { get; init; }

    /// <summary>
    /// Timing, pitch, duration and latent together: the figure that models are compared by. With a latent it is an upper bound, the evidence lower
    /// bound with its sign turned.
    /// </summary>
    public double Total => Timing + Pitch + Duration + Latent;

    /// <summary>From sums of nats.</summary>
    public static BitsPerNote FromNats(double timing, double pitch, double duration, double velocity, long notes, double latent = 0)
    {
        double scale = 1 / (Math.Log(2) * Math.Max(1, notes));
        return new(timing * scale, pitch * scale, duration * scale, velocity * scale, notes) { Latent = latent * scale };
    }

    public override string ToString() => $"{Total:F4} (timing {Timing:F4}, pitch {Pitch:F4}, duration {Duration:F4}{(Latent > 0 ? $", latent {Latent:F4}" : "")}; velocity {Velocity:F4})";
}
