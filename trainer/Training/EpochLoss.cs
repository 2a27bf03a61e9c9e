namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// The mean losses of a training epoch, in bits per note (timing, pitch and duration). Property names are keys of style.json and
/// checkpoints.
/// </summary>
internal sealed record EpochLoss(int Epoch, double Train, double Valid)
{
    /// <summary>
    /// The discriminator's loss in nats, for a gan; <see cref="Train"/> is then the generator's loss, and <see cref="Valid"/> the mean
    /// <see cref="Evaluation.BarDistance"/>.
    /// </summary>
    public double? Discriminator { get; init; }
}
