using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The first bars of a tune and the tune's own continuation: the prompt is 4 bars, or a third of a tune of fewer than 12 bars, plus a
/// pickup; the continuation has up to 8 or 12 bars. Notes are cut at the end of their part; all parts keep the tune's ticks.
/// </summary>
/// <param name="Tune">The tune.</param>
/// <param name="Prompt">Its first bars.</param>
/// <param name="Human">The tune's continuation.</param>
/// <param name="Opening">The bar line at the start of the first full bar, in ticks.</param>
/// <param name="Begin">The bar line between the two, in ticks.</param>
/// <param name="End">The bar line at the end, in ticks.</param>
internal sealed record Excerpt(Tune Tune, Phrase Prompt, Phrase Human, int Opening, int Begin, int End)
{
    /// <summary>The bars of a continuation whose notes are measured.</summary>
    public const int ContinuationBars = 8;

    /// <summary>
    /// The bars of a continuation whose form is measured: with the prompt 16, as many as a tune of two parts or four lines has.
    /// </summary>
    public const int FormBars = 12;

    private const int PromptBars = 4;
    private const int FewestNotes = 4;

    /// <summary>The prompt's last onset, in ticks.</summary>
    public int LastOnset => Prompt[^1].Onset;

    /// <summary>The length of the pickup before the first full bar, in ticks.</summary>
    public int Pickup => Math.Max(Opening - Prompt[0].Onset, 0);

    /// <summary>
    /// The baseline that plays the prompt again from the next bar line, over and over until the end, without its pickup.
    /// </summary>
    public Phrase PhraseAgain
    {
        get
        {
            int length = Begin - Opening;
            var again = Enumerable.Range(1, ((End - Begin) / length) + 1).SelectMany(times => Prompt
                .Where(note => note.Onset >= Opening)
                .Select(note => note with { Onset = note.Onset + (times * length) }));
            return Part(new(Prompt.Meter, again), Begin, End);
        }
    }

    /// <summary>Excerpts of tunes. If more than <paramref name="most"/> tunes are long enough, they are taken at even distances.</summary>
    /// <param name="tunes">The tunes.</param>
    /// <param name="most">The largest number of excerpts.</param>
    /// <param name="continuationBars">The longest continuation, in bars.</param>
    public static List<Excerpt> FromTunes(IEnumerable<Tune> tunes, int most, int continuationBars = ContinuationBars)
    {
        var all = tunes.Select(tune => FromTune(tune, continuationBars)).OfType<Excerpt>().ToList();
        return all.Count <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Count / most)])];
    }

    private static Excerpt? FromTune(Tune tune, int continuationBars)
    {
        var phrase = tune.Phrase;
        int bar = phrase.Meter.BarTicks;
        int first = (phrase[0].Onset / bar) + (NoteEncoder.IsPickup(phrase[0].Onset % bar, phrase.Meter) ? 1 : 0);
        int bars = ((phrase.End + bar - 1) / bar) - first;
        int promptBars = Math.Min(PromptBars, bars / 3);
        int begin = (first + promptBars) * bar;
        int end = Math.Min(begin + (continuationBars * bar), (first + bars) * bar);
        var (prompt, human) = (Part(phrase, 0, begin), Part(phrase, begin, end));
        return prompt.Count >= FewestNotes && human.Count >= FewestNotes ? new(tune, prompt, human, first * bar, begin, end) : null;
    }

    private static Phrase Part(Phrase phrase, int from, int to) => new(phrase.Meter, phrase
        .Where(note => note.Onset >= from && note.Onset < to)
        .Select(note => note with { Duration = Math.Min(note.Duration, to - note.Onset) }));
}
