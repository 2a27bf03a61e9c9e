namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A file that gave no tune, and why.</summary>
internal sealed record SkippedFile(string File, string Reason)
{
    /// <summary>The reason without its particulars: skipped files are counted by it.</summary>
    public string Kind => Reason.Split([" (", "; ", ": "], 2, StringSplitOptions.None)[0];
}
