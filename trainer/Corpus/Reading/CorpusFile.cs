namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A MIDI file found among the paths.</summary>
/// <param name="Name">Its path, from the last name of the PATH on.</param>
/// <param name="Source">The source that the PATH is.</param>
/// <param name="Content">What it holds.</param>
internal sealed record CorpusFile(string Name, string Source, Stream Content);
