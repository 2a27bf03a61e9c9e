using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A tune that a song gave.</summary>
/// <param name="Phrase">Its notes; tick 0 is a bar line.</param>
/// <param name="Melody">Those of its notes that are the melody.</param>
/// <param name="BarLines">Where the bar lines were found.</param>
/// <param name="FitAgrees">Where accents told of bar lines: whether they would have been found without; else nothing.</param>
internal sealed record SongTune(Phrase Phrase, Phrase Melody, BarLines BarLines, bool? FitAgrees);
