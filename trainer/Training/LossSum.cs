namespace ComposerPlugin.Trainer.Training;

/// <summary>Losses of several batches, added.</summary>
internal sealed record LossSum
{
    public double Timing { get; set; }
    public double Pitch { get; set; }
    public double Duration { get; set; }
    public double Velocity { get; set; }
    public long Notes { get; set; }

    public void Add(Loss loss, int notes)
    {
        Timing += loss.Timing.item<float>();
        Pitch += loss.Pitch.item<float>();
        Duration += loss.Duration.item<float>();
        Velocity += loss.Velocity.item<float>();
        Notes += notes;
    }

    public BitsPerNote Bits() => BitsPerNote.FromNats(Timing, Pitch, Duration, Velocity, Notes);
}
