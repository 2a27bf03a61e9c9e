using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The first note of a continuation.</summary>
internal static class FirstNote
{
    /// <summary>
    /// Whether its pitch is that of the prompt's last note: 1 or 0; NaN if there is none. Of a chord the highest note counts.
    /// </summary>
    public static double RepeatsLast(Excerpt excerpt, Phrase continuation)
    {
        if (continuation.Count == 0)
            return double.NaN;
        var first = continuation.Last(note => note.Onset == continuation[0].Onset);
        return first.Pitch == excerpt.Prompt[^1].Pitch ? 1 : 0;
    }
}
