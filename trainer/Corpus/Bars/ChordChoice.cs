namespace ComposerPlugin.Trainer.Corpus;

/// <summary>What becomes of notes that sound together.</summary>
internal enum ChordChoice
{
    /// <summary>The highest stays.</summary>
    Highest,

    /// <summary>Each line, from the highest down, becomes a tune of its own.</summary>
    Split,

    /// <summary>All stay: the tune is polyphonic.</summary>
    Keep,
}
