namespace ComposerPlugin.Trainer.Training;

/// <summary>The losses of a generator and its discriminator, summed over steps. Property names are keys of checkpoints.</summary>
internal sealed record GanLossSum
{
    /// <summary>The generator's adversarial loss, in nats.</summary>
    public double Generator { get; set; }

    /// <summary>The discriminator's loss over real and generated bars, in nats.</summary>
    public double Discriminator { get; set; }

    /// <summary>The distance between the mean rolls of real and generated bars.</summary>
    public double Rolls { get; set; }

    /// <summary>The distance between the discriminator's mean features of real and generated bars.</summary>
    public double Features { get; set; }

    /// <summary>The number of discriminator steps summed.</summary>
    public int Steps { get; set; }

    /// <summary>The two losses per step as text.</summary>
    public string InShort => $"generator {Generator / Math.Max(1, Steps):F3}, discriminator {Discriminator / Math.Max(1, Steps):F3}";

    /// <summary>All losses per step as text.</summary>
    public override string ToString() =>
        $"{InShort}, rolls {Rolls / Math.Max(1, Steps):F3}, features {Features / Math.Max(1, Steps):F3}";
}
