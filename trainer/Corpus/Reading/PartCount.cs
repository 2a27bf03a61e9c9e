namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The size of one part of a data set.</summary>
internal sealed record PartCount(int Tunes, int Notes, int Families);
