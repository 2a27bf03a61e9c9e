using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>One excerpt, and how it was continued instead.</summary>
/// <param name="Excerpt">The prompt, and how the tune goes on.</param>
/// <param name="Generated">The style's continuation.</param>
/// <param name="Ngram">The baseline's continuation.</param>
/// <param name="IsFirst">Whether it is the excerpt's first: few tunes are continued several times, and what people did counts once.</param>
internal sealed record ContinuedExcerpt(Excerpt Excerpt, Phrase Generated, Phrase Ngram, bool IsFirst = true)
{
    public Phrase Prompt => Excerpt.Prompt;

    public Phrase Human => Excerpt.Human;
}
