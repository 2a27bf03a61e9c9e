using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// A major scale and its relative natural minor, which have the same notes. MusPy (Dong et al. 2020) calls the share of notes in a given
/// scale the pitch-in-scale rate, and the largest rate of all major and minor scales the scale consistency.
/// </summary>
/// <param name="Tonic">The pitch class of the major tonic, 0 to 11.</param>
internal readonly record struct DiatonicScale(int Tonic)
{
    private const int PitchClasses = 12;

    private static readonly bool[] _major = [true, false, true, false, true, true, false, true, false, true, false, true];

    /// <summary>The scale that contains the most notes; of several, the one with the longest total duration, then the lowest.</summary>
    public static DiatonicScale BestFit(Phrase phrase) => Enumerable.Range(0, PitchClasses).Select(tonic => new DiatonicScale(tonic))
        .MaxBy(scale => (phrase.Count(scale.Contains), phrase.Where(scale.Contains).Sum(note => note.Duration)));

    /// <summary>The pitch-in-scale rate, 0 to 1; 0 if there are no notes.</summary>
    public double Rate(Phrase phrase) => phrase.Count == 0 ? 0 : (double)phrase.Count(Contains) / phrase.Count;

    /// <summary>The scale consistency, 0 to 1.</summary>
    public static double Consistency(Phrase phrase) => BestFit(phrase).Rate(phrase);

    private bool Contains(Note note) => _major[(note.Pitch.Class - Tonic + PitchClasses) % PitchClasses];
}
