namespace ComposerPlugin.Host;

/// <summary>Where a host splits its blocks so that the transport at the start holds for the whole block.</summary>
[Flags]
public enum BlockSplits
{
    /// <summary>Nowhere: the song may jump inside a block, and the next block reports it.</summary>
    None = 0,

    /// <summary>Where the song jumps, starts or stops.</summary>
    Jumps = 1 << 0,

    /// <summary>Where the tempo changes.</summary>
    TempoChanges = 1 << 1,

    /// <summary>Where the meter changes.</summary>
    MeterChanges = 1 << 2,

    /// <summary>At all of these: the transport at the start holds for every frame.</summary>
    All = Jumps | TempoChanges | MeterChanges,
}
