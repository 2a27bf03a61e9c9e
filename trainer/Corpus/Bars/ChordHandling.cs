namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How simultaneous notes are read.</summary>
internal enum ChordHandling
{
    /// <summary>Only the highest note is kept.</summary>
    Highest,

    /// <summary>Each line, from the highest down, becomes a tune.</summary>
    Split,

    /// <summary>All notes are kept: the tune is polyphonic.</summary>
    Keep,
}
