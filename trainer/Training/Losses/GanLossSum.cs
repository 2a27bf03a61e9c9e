namespace ComposerPlugin.Trainer.Training;

/// <summary>Losses of a generator and its discriminator, added over steps.</summary>
internal sealed record GanLossSum
{
    /// <summary>How surely the discriminator knows made bars, in nats, as the generator is charged.</summary>
    public double Generator { get; set; }

    /// <summary>The discriminator's own loss, over real and made bars.</summary>
    public double Discriminator { get; set; }

    /// <summary>How far made bars are from real ones.</summary>
    public double Rolls { get; set; }

    /// <summary>How far the features of made bars are from those of real ones.</summary>
    public double Features { get; set; }

    public int Steps { get; set; }

    /// <summary>The two losses in words, per step.</summary>
    public string InShort => $"generator {Generator / Math.Max(1, Steps):F3}, discriminator {Discriminator / Math.Max(1, Steps):F3}";

    /// <summary>All in words, per step.</summary>
    public override string ToString() =>
        $"{InShort}, rolls {Rolls / Math.Max(1, Steps):F3}, features {Features / Math.Max(1, Steps):F3}";
}
