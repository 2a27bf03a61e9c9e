namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A tune of the corpus before families are known.</summary>
/// <param name="Name">Its name in the data set.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="File">The number of its file.</param>
/// <param name="Tune">The tune.</param>
/// <param name="Result">The reading result of its song.</param>
internal sealed record CorpusTune(string Name, string Source, int File, SongTune Tune, SongTunes Result);
