namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A file without a tune, and the reason.</summary>
internal sealed record SkippedFile(string File, string Reason)
{
    /// <summary>The reason up to its first detail (in brackets, or after a semicolon or colon); skipped files are counted by it.</summary>
    public string Kind => Reason.Split([" (", "; ", ": "], 2, StringSplitOptions.None)[0];
}
