using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Has a model continue excerpts, with the style's controls, the grid that holds each prompt, and a seed for each: 1 for the first, and so on.</summary>
internal static class TakeMaker
{
    /// <summary>The continuations.</summary>
    /// <param name="continuation">Plays the model.</param>
    /// <param name="style">Whose controls are used.</param>
    /// <param name="excerpts">What is continued.</param>
    /// <param name="before">Told each excerpt before it is heard.</param>
    /// <param name="noteMilliseconds">Given how long each note took, but for the first excerpt, which warms up.</param>
    public static List<Phrase> Play(
        OfflineComposer continuation, StyleFile style, IReadOnlyList<Excerpt> excerpts, Action<Excerpt> before, List<double> noteMilliseconds)
    {
        float topP = (float)(style.Controls?.TopP ?? TakeOptions.DefaultTopP);
        var takes = new List<Phrase>();
        foreach (var excerpt in excerpts)
        {
            var controls = new AnswerControls(AnswerGrid.Choose(excerpt.Prompt), (float)TakeOptions.DefaultTemperature, topP, (uint)takes.Count + 1);
            before(excerpt);
            takes.Add(continuation.Answer(excerpt.Prompt, excerpt.Begin, excerpt.End, controls));
            if (takes.Count > 1)
                noteMilliseconds.AddRange(continuation.NoteMilliseconds);
        }
        return takes;
    }
}
