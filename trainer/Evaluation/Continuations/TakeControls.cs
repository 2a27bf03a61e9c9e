using ComposerPlugin.Engine;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How continuations are drawn.</summary>
/// <param name="Temperature">The sampling temperature relative to the style's.</param>
/// <param name="TopP">Nucleus sampling, as in <see cref="AnswerControls"/>.</param>
internal readonly record struct TakeControls(double Temperature, double TopP)
{
    /// <summary>The controls of a take: the grid of the prompt, and a seed of its own.</summary>
    /// <param name="excerpt">The excerpt.</param>
    /// <param name="take">The number of the take, from 0.</param>
    public AnswerControls For(Excerpt excerpt, int take) =>
        new(AnswerGrid.Choose(excerpt.Prompt), (float)Temperature, (float)TopP, (uint)take + 1);
}
