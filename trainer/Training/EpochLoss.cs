namespace ComposerPlugin.Trainer.Training;

/// <summary>What an epoch of training ended with, in bits per note (timing, pitch and duration).</summary>
internal sealed record EpochLoss(int Epoch, double Train, double Valid)
{
    /// <summary>The discriminator's loss, where a generator is trained against one: then Train is the generator's, and Valid how far its bars are from real ones.</summary>
    public double? Discriminator { get; init; }
}
