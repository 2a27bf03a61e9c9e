using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How songs are read.</summary>
/// <param name="Drums">Whether the drum channel is read too.</param>
/// <param name="AllVoices">Whether all voices are read, or the melody alone.</param>
/// <param name="Chords">What becomes of notes that sound together.</param>
/// <param name="Scale">Only tunes in this scale, on whatever tonic, are read, and passages in it of others; null reads all.</param>
internal sealed record ReadingChoices(bool Drums = false, bool AllVoices = false, ChordChoice Chords = ChordChoice.Highest, Scale? Scale = null);
