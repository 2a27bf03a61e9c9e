namespace ComposerPlugin.Trainer.Training;

/// <summary>What an epoch of training ended with, in bits per note (timing, pitch and duration).</summary>
internal sealed record EpochLoss(int Epoch, double Train, double Valid);
