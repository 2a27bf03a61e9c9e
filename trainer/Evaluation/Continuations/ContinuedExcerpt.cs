using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>An excerpt and its generated continuations.</summary>
/// <param name="Excerpt">The prompt and the tune's own continuation.</param>
/// <param name="Generated">The style's continuation.</param>
/// <param name="Ngram">The baseline's continuation.</param>
/// <param name="IsFirst">Whether it is the excerpt's first take. If there are few tunes each has several, but its human continuation
/// counts once.</param>
internal sealed record ContinuedExcerpt(Excerpt Excerpt, Phrase Generated, Phrase Ngram, bool IsFirst = true)
{
    /// <summary>The first bars of the tune.</summary>
    public Phrase Prompt => Excerpt.Prompt;

    /// <summary>The tune's own continuation.</summary>
    public Phrase Human => Excerpt.Human;

    /// <summary>The prompt again.</summary>
    public Phrase PhraseAgain => Excerpt.PhraseAgain;
}
