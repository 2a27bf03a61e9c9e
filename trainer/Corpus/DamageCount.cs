namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How much of one kind of damage the files of a corpus have.</summary>
/// <param name="Count">How often it was found.</param>
/// <param name="Files">The names of the files that have it.</param>
internal sealed record DamageCount(int Count, IReadOnlyList<string> Files);
