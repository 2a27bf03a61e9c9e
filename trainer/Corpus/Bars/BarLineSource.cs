namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How the bar lines of a tune were found.</summary>
internal enum BarLineSource
{
    /// <summary>From the file: a meter change, or drums.</summary>
    Given,

    /// <summary>From accents.</summary>
    Accents,

    /// <summary>From the features of <see cref="BarLineEvidence"/>.</summary>
    Fit,
}
