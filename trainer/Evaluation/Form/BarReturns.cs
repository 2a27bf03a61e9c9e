using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Bars of a continuation that were there before.</summary>
internal static class BarReturns
{
    /// <summary>Whether a bar of the continuation equals the first full bar of the prompt: 1 or 0; NaN if no note begins in that.</summary>
    public static double Opening(Excerpt excerpt, Phrase continuation)
    {
        var opening = Bar.Split(excerpt.Prompt, excerpt.Opening, excerpt.Begin)[0];
        if (opening.IsEmpty)
            return double.NaN;
        return Bar.Split(continuation, excerpt.Begin, excerpt.End).Contains(opening) ? 1 : 0;
    }
}
