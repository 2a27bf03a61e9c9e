using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The range of the baseline's continuation: that of the prompt, and as many semitones beyond as hold 99 % of the notes of the fitted
/// tunes' own continuations. Chains of intervals alone would wander away.
/// </summary>
/// <param name="Beyond">The semitones below and above the prompt's range.</param>
internal readonly record struct PromptRange(int Beyond)
{
    private const double Held = 0.99;

    /// <summary>Fits the range on tunes.</summary>
    public static PromptRange Fit(IReadOnlyList<Tune> tunes)
    {
        int[] distances =
        [
            .. Excerpt.FromTunes(tunes, tunes.Count, Excerpt.FormBars)
                .SelectMany(excerpt => excerpt.Human.Select(note => Distance(note.Pitch.Number, excerpt.Prompt))).Order(),
        ];
        return new(distances.Length == 0 ? Pitch.Count : distances[(int)Math.Ceiling(Held * distances.Length) - 1]);
    }

    /// <summary>The lowest and the highest pitch after a prompt.</summary>
    public (int Lowest, int Highest) After(Phrase prompt) => (Lowest(prompt) - Beyond, Highest(prompt) + Beyond);

    private static int Distance(int pitch, Phrase prompt) => Math.Max(0, Math.Max(Lowest(prompt) - pitch, pitch - Highest(prompt)));

    private static int Lowest(Phrase prompt) => prompt.Min(note => note.Pitch.Number);

    private static int Highest(Phrase prompt) => prompt.Max(note => note.Pitch.Number);
}
