namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// The state of a run. Together with the weights and optimiser states of a checkpoint it suffices to resume the run as if it had not
/// stopped. Property names are keys of the checkpoint's header.
/// </summary>
internal sealed record RunState
{
    /// <summary>The seed of all random draws.</summary>
    public int Seed { get; init; }

    /// <summary>Optimiser steps taken.</summary>
    public int Step { get; set; }

    /// <summary>The current epoch, from 0.</summary>
    public int Epoch { get; set; }

    /// <summary>Batches done in the current epoch.</summary>
    public int Batch { get; set; }

    /// <summary>Minutes of training so far, over all resumed parts.</summary>
    public double Minutes { get; set; }

    /// <summary>Notes trained on, in all epochs.</summary>
    public long Notes { get; set; }

    /// <summary>A factor of the learning rate, halved at each rollback.</summary>
    public double RateFactor { get; set; } = 1;

    /// <summary>
    /// The best validation loss so far, in bits per note (for a gan, the mean bar distance); null before the first epoch ends.
    /// </summary>
    public double? BestValid { get; set; }

    /// <summary>The epoch of the best validation loss, from 1.</summary>
    public int BestEpoch { get; set; }

    /// <summary>The planned length of the run.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>The weights of the data sets, in the order of the command line; empty for equal weights.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>The summed losses of the current epoch.</summary>
    public LossSum Sum { get; set; } = new();

    /// <summary>The same for a gan.</summary>
    public GanLossSum GanSum { get; set; } = new();

    /// <summary>The losses of all finished epochs.</summary>
    public List<EpochLoss> Losses { get; init; } = [];
}
