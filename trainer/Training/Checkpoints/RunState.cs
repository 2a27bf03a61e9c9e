namespace ComposerPlugin.Trainer.Training;

/// <summary>Where a run stands: with the weights and the optimiser's state, all that is needed to go on as if it had not stopped.</summary>
internal sealed record RunState
{
    public int Seed { get; init; }

    /// <summary>Optimiser steps taken.</summary>
    public int Step { get; set; }

    /// <summary>The epoch under way, from 0.</summary>
    public int Epoch { get; set; }

    /// <summary>Batches of that epoch done.</summary>
    public int Batch { get; set; }

    /// <summary>Minutes of training so far, over all resumed parts.</summary>
    public double Minutes { get; set; }

    /// <summary>Notes trained on, all epochs together.</summary>
    public long Notes { get; set; }

    /// <summary>What the learning rate is multiplied with; halved each time the loss stopped being a number.</summary>
    public double RateFactor { get; set; } = 1;

    public double? BestValid { get; set; }

    /// <summary>How many epochs were over when that was found.</summary>
    public int BestEpoch { get; set; }

    /// <summary>How long the run was meant to be when it began.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>The weights of the data sets, in the order in which they were given; none for equal ones.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>The losses of the epoch under way.</summary>
    public LossSum Sum { get; set; } = new();

    /// <summary>The same of a generator and its discriminator.</summary>
    public GanLossSum GanSum { get; set; } = new();

    public List<EpochLoss> Losses { get; init; } = [];
}
