namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A tune as it was read, before it has a family.</summary>
/// <param name="Name">Its name in the data set.</param>
/// <param name="Source">The source it came from.</param>
/// <param name="File">The number of its file.</param>
/// <param name="Read">The tune.</param>
/// <param name="Done">What was done to the notes of its song.</param>
internal sealed record CorpusTune(string Name, string Source, int File, SongTune Read, SongTunes Done);
