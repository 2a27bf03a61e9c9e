namespace ComposerPlugin.FrameLikelihood;

/// <summary>The progress of a run.</summary>
internal sealed record FrameRunState
{
    public int Seed { get; init; }

    /// <summary>Steps taken.</summary>
    public int Step { get; set; }

    /// <summary>Minutes trained.</summary>
    public double Minutes { get; set; }

    /// <summary>The lowest nats per frame on valid; null before the first validation.</summary>
    public double? BestValid { get; set; }

    /// <summary>The step of <see cref="BestValid"/>.</summary>
    public int BestStep { get; set; }
}
