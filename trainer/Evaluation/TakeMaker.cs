using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Generates continuations of excerpts with the style's controls, the grid of each prompt, and the seeds 1, 2 and so on.
/// </summary>
internal static class TakeMaker
{
    /// <summary>Generates the continuations.</summary>
    /// <param name="composer">Runs the model.</param>
    /// <param name="style">The style with the controls.</param>
    /// <param name="excerpts">The excerpts.</param>
    /// <param name="before">Called with each excerpt before its prompt is played.</param>
    /// <param name="noteMilliseconds">Receives the time of each note, except those of the first excerpt, which warms up.</param>
    public static List<Phrase> Play(
        PhraseComposer composer, StyleFile style, IReadOnlyList<Excerpt> excerpts, Action<Excerpt> before, List<double> noteMilliseconds)
    {
        float topP = (float)(style.Controls?.TopP ?? StyleControls.DefaultTopP);
        var takes = new List<Phrase>();
        foreach (var excerpt in excerpts)
        {
            var controls = new AnswerControls(
                AnswerGrid.Choose(excerpt.Prompt), (float)StyleControls.DefaultTemperature, topP, (uint)takes.Count + 1)
            {
                Form = AnswerForm.AsStyle,
            };
            before(excerpt);
            takes.Add(composer.Answer(excerpt.Prompt, excerpt.Begin, excerpt.End, controls));
            if (takes.Count > 1)
                noteMilliseconds.AddRange(composer.NoteMilliseconds);
        }
        return takes;
    }
}
