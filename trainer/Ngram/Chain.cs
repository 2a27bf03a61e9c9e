using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Ngram;

/// <summary>One way to look back: an attribute, and the contexts it is foretold from.</summary>
/// <param name="Name">What the contexts are made of.</param>
/// <param name="Attribute">What is foretold.</param>
/// <param name="HoldsPitches">Whether pitches stand in it as they are, so that it must learn every tune in all twelve keys.</param>
/// <param name="SymbolIsInterval">Whether it foretells the interval instead of the pitch.</param>
/// <param name="Fill">Writes the contexts of a note, in a transposition, up to an order.</param>
internal sealed record Chain(
    string Name, NgramAttribute Attribute, bool HoldsPitches, bool SymbolIsInterval, Action<NgramTune, int, int, int, Contexts> Fill)
{
    // What comes from the corpus in twelve keys is looked up to this order only: it would fill the memory and say little.
    private const int TransposedOrder = 6;
    private const int LongestOrder = 12;
    private const int LowestTransposition = -5;
    private const int HighestTransposition = 6;

    /// <summary>The highest order of contexts learnt from the corpus.</summary>
    public int CorpusOrder => HoldsPitches ? TransposedOrder : LongestOrder;

    /// <summary>The highest order of contexts learnt from the tune itself.</summary>
    public static int TuneOrder => LongestOrder;

    /// <summary>The transpositions in which the corpus is learnt.</summary>
    public IEnumerable<int> Transpositions =>
        HoldsPitches ? Enumerable.Range(LowestTransposition, HighestTransposition - LowestTransposition + 1) : [0];

    /// <summary>How many different symbols there are.</summary>
    public int Symbols => Attribute switch
    {
        NgramAttribute.Timing => Vocabulary.Gaps,
        NgramAttribute.Pitch => Vocabulary.Pitches,
        _ => Vocabulary.Durations,
    };

    /// <summary>How many choices of the attribute a tune holds: the phrase's end is one of timing.</summary>
    public int Choices(NgramTune tune) => tune.Count + (Attribute == NgramAttribute.Timing ? 1 : 0);

    /// <summary>What was chosen.</summary>
    public int Symbol(NgramTune tune, int note, int transposition) => Attribute switch
    {
        NgramAttribute.Timing => tune.Rest(note),
        NgramAttribute.Duration => tune.Duration(note),
        _ when SymbolIsInterval => tune.Pitch(note) - (note > 0 ? tune.Pitch(note - 1) : MiddlePitch),
        _ => tune.Pitch(note) + transposition,
    };

    // A first note's interval is counted from here.
    private const int MiddlePitch = 67;
}
