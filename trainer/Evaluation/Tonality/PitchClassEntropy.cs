using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// MusPy's pitch-class entropy (after Wu and Yang 2020): the Shannon entropy of the pitch class histogram of the notes, in bits, 0 to
/// 3.585.
/// </summary>
internal static class PitchClassEntropy
{
    /// <summary>Computes the entropy.</summary>
    public static double Compute(Phrase phrase) => -phrase.GroupBy(note => note.Pitch.Class)
        .Select(group => (double)group.Count() / phrase.Count)
        .Sum(share => share * Math.Log2(share));
}
