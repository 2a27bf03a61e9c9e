using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The excerpts to continue. If there are fewer tunes than takes, each is continued several times with different seeds.</summary>
/// <param name="Tunes">The number of different excerpts.</param>
/// <param name="Excerpts">An excerpt for each take.</param>
internal sealed record ExcerptList(int Tunes, IReadOnlyList<Excerpt> Excerpts)
{
    /// <summary>Chooses excerpts of tunes.</summary>
    /// <param name="tunes">The tunes.</param>
    /// <param name="takes">The number of takes.</param>
    /// <param name="bars">The longest continuation, in bars.</param>
    public static ExcerptList FromTunes(IEnumerable<Tune> tunes, int takes, int bars)
    {
        var different = Excerpt.FromTunes(tunes, takes, bars);
        int count = different.Count == 0 ? 0 : takes;
        return new(different.Count, [.. Enumerable.Range(0, count).Select(i => different[i % different.Count])]);
    }

    /// <summary>The excerpts with their continuations.</summary>
    /// <param name="generated">The style's continuations.</param>
    /// <param name="ngram">The baseline's continuations.</param>
    public List<ContinuedExcerpt> With(IReadOnlyList<Phrase> generated, IReadOnlyList<Phrase> ngram) =>
        [.. Excerpts.Select((excerpt, i) => new ContinuedExcerpt(excerpt, generated[i], ngram[i], i < Tunes))];
}
