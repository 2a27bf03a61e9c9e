using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>A melody as the n-grams see it.</summary>
internal sealed class NgramTune
{
    // The timing symbol of the phrase's end; the others are rests in ticks.
    private const int End = 100_000;

    private const int LowestTransposition = -5;
    private const int HighestTransposition = 6;

    public NgramTune(Phrase phrase)
    {
        Memory = new(phrase.Count + 2);
        var encoder = new NoteEncoder(Memory);
        TuneReader.Start(encoder, phrase);
        foreach (var step in NoteEncoder.Encode(phrase))
            encoder.Push(step);
        Memory.Expect(encoder.Expected);
    }

    public MotifMemory Memory { get; }

    public int Count => Memory.Count;

    /// <summary>The transpositions in which a chain learns the corpus.</summary>
    public static IEnumerable<int> Transpositions(MotifChain chain) =>
        chain.HoldsPitches ? Enumerable.Range(LowestTransposition, HighestTransposition - LowestTransposition + 1) : [0];

    /// <summary>How many choices of a chain's attribute the tune holds: the phrase's end is one of timing.</summary>
    public int Choices(MotifChain chain) => Count + (chain.Attribute == NoteAttribute.Timing ? 1 : 0);

    /// <summary>What was chosen.</summary>
    public int Symbol(MotifChain chain, int note, int transposition = 0) => note == Count ? End : chain.Symbol(Memory, note, transposition);
}
