using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Options of <c>prepare</c>.</summary>
/// <param name="Drums">Whether to read drum parts.</param>
/// <param name="AllVoices">Whether to read all voices, not only the melody.</param>
/// <param name="Chords">How to read simultaneous notes.</param>
/// <param name="Scale">Reads only tunes, or segments of tunes, in this scale on any tonic; null reads all.</param>
/// <param name="IgnoresPedal">Whether notes last as long as their keys are held, not as long as the sustain pedal.</param>
internal sealed record ReadingOptions(
    bool Drums = false, bool AllVoices = false, ChordHandling Chords = ChordHandling.Highest, Scale? Scale = null,
    bool IgnoresPedal = false);
