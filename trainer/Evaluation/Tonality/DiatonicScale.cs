using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The notes of a major scale and of its relative natural minor, which are the same. MusPy (Dong et al. 2020) calls the share of a
/// passage's notes that lie in a given scale its pitch-in-scale rate, and the largest of these shares, over all major and minor
/// scales, its scale consistency.
/// </summary>
/// <param name="Tonic">The pitch class of the major scale's first note, 0 to 11.</param>
internal readonly record struct DiatonicScale(int Tonic)
{
    private const int PitchClasses = 12;

    private static readonly bool[] _major = [true, false, true, false, true, true, false, true, false, true, false, true];

    /// <summary>The scale that holds most of a passage's notes; of several, the one that holds them for longest, then the lowest.</summary>
    public static DiatonicScale BestFit(Phrase phrase) => Enumerable.Range(0, PitchClasses).Select(tonic => new DiatonicScale(tonic))
        .MaxBy(scale => (phrase.Count(scale.Contains), phrase.Where(scale.Contains).Sum(note => note.Duration)));

    /// <summary>The pitch-in-scale rate.</summary>
    public double Rate(Phrase phrase) => phrase.Count == 0 ? 0 : (double)phrase.Count(Contains) / phrase.Count;

    /// <summary>The scale consistency.</summary>
    public static double Consistency(Phrase phrase) => BestFit(phrase).Rate(phrase);

    private bool Contains(Note note) => _major[(note.Pitch.Class - Tonic + PitchClasses) % PitchClasses];
}
