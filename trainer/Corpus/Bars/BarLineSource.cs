namespace ComposerPlugin.Trainer.Corpus;

/// <summary>What told where the bar lines of a tune stand.</summary>
internal enum BarLineSource
{
    /// <summary>The file: a change of meter, or drums.</summary>
    Given,

    /// <summary>The accents.</summary>
    Accents,

    /// <summary>Lengths, repeats and the end of the tune.</summary>
    Fit,
}
