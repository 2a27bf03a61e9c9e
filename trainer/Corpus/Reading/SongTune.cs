using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A tune read from a song.</summary>
/// <param name="Phrase">Its notes; tick 0 is a bar line.</param>
/// <param name="Melody">The notes of the melody.</param>
/// <param name="BarLines">The bar lines found.</param>
/// <param name="FitAgrees">Whether evidence finds the bar lines that the accents give; null if there are no accents.</param>
internal sealed record SongTune(Phrase Phrase, Phrase Melody, BarLines BarLines, bool? FitAgrees);
