namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A MIDI file found under the given paths.</summary>
/// <param name="Name">Its path, beginning with the last component of the given path.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Content">Its content.</param>
internal sealed record CorpusFile(string Name, string Source, Stream Content);
