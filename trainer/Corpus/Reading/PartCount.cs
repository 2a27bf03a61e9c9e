namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How much one part of a data set holds.</summary>
internal sealed record PartCount(int Tunes, int Notes, int Families);
