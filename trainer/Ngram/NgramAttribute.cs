namespace ComposerPlugin.Trainer.Ngram;

/// <summary>What of a note is foretold.</summary>
internal enum NgramAttribute
{
    Timing,
    Pitch,
    Duration,
}
