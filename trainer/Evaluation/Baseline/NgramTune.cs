using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>A melody as the n-grams read it.</summary>
internal sealed class NgramTune
{
    // The timing symbol of the end of the phrase; the others are rests in ticks.
    private const int End = 100_000;

    private const int LowestTransposition = -5;
    private const int HighestTransposition = 6;

    /// <summary>Encodes a phrase.</summary>
    public NgramTune(Phrase phrase)
    {
        Memory = new(phrase.Count + 2);
        var encoder = new NoteEncoder(Memory);
        TuneReader.Start(encoder, phrase);
        foreach (var step in NoteEncoder.Encode(phrase))
            encoder.Push(step);
        Memory.Expect(encoder.Expected);
    }

    /// <summary>The notes.</summary>
    public MotifMemory Memory { get; }

    /// <summary>The number of notes.</summary>
    public int Count => Memory.Count;

    /// <summary>The transpositions in which a chain learns the corpus, in semitones.</summary>
    public static IEnumerable<int> Transpositions(MotifChain chain) =>
        chain.HoldsPitches ? Enumerable.Range(LowestTransposition, HighestTransposition - LowestTransposition + 1) : [0];

    /// <summary>The number of choices of a chain's attribute; the end of the phrase is a choice of timing.</summary>
    public int Choices(MotifChain chain) => Count + (chain.Attribute == NoteAttribute.Timing ? 1 : 0);

    /// <summary>The symbol chosen at a note.</summary>
    public int Symbol(MotifChain chain, int note, int transposition = 0) => note == Count ? End : chain.Symbol(Memory, note, transposition);
}
