using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>The source of a varied answer: one phrase, or two phrases and a point between them.</summary>
/// <param name="From">Phrase A, or the only phrase.</param>
/// <param name="To">Phrase B; the same as <paramref name="From"/> if there is only one.</param>
/// <param name="Amount">The distance from the source, 0 (unchanged) to 1.</param>
/// <param name="Morph">The point between the phrases, 0 (<paramref name="From"/>) to 1 (<paramref name="To"/>).</param>
public readonly record struct Variation(PhraseNotes From, PhraseNotes To, float Amount, float Morph)
{
    /// <summary>The semitones by which the model reads the phrases higher.</summary>
    public int Shift { get; init; }

    /// <summary>Whether the answer is one of the phrases, unchanged.</summary>
    public bool IsPhraseItself => Amount == 0 && Morph is 0 or 1;
}
