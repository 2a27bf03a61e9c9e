namespace ComposerPlugin.Trainer.Frames;

/// <summary>Where a run stands.</summary>
internal sealed record FrameRunState
{
    public int Seed { get; init; }

    /// <summary>Steps taken.</summary>
    public int Step { get; set; }

    /// <summary>Minutes trained.</summary>
    public double Minutes { get; set; }

    /// <summary>The least nats per frame on valid; null before the first validation.</summary>
    public double? BestValid { get; set; }

    /// <summary>The step that gave it.</summary>
    public int BestStep { get; set; }
}
