using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>What an answer varies: one phrase, or two and a point between them.</summary>
/// <param name="From">The phrase that is varied, or that lies at the one end.</param>
/// <param name="To">The phrase at the other end; the same where there is only one.</param>
/// <param name="Amount">How far the answer goes from what it varies: 0 to 1.</param>
/// <param name="Morph">Where between the phrases it lies: 0 the one, 1 the other.</param>
public readonly record struct Variation(PhraseNotes From, PhraseNotes To, float Amount, float Morph)
{
    /// <summary>Whether the answer is a phrase as it was played.</summary>
    public bool IsPhraseItself => Amount == 0 && Morph is 0 or 1;
}
