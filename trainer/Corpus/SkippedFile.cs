namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A file that gave no tune, and why.</summary>
internal sealed record SkippedFile(string File, string Reason);
