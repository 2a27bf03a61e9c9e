using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>What a chain knows from a corpus.</summary>
internal sealed class CorpusChain
{
    private readonly MotifChain _chain;
    private readonly Contexts _contexts = new();
    private readonly WittenBell _counts;

    /// <summary>Learns a corpus.</summary>
    public CorpusChain(MotifChain chain, IReadOnlyList<NgramTune> corpus)
    {
        _chain = chain;
        _counts = new(MotifChain.Classes(chain.Attribute));
        foreach (int transposition in NgramTune.Transpositions(chain))
        {
            foreach (var tune in corpus)
                Learn(tune, transposition);
        }
    }

    /// <summary>What it says of each choice in these tunes.</summary>
    public Predictions Predict(IReadOnlyList<NgramTune> tunes)
    {
        var foretold = new Predictions();
        foreach (var tune in tunes)
        {
            for (int note = 0; note < tune.Choices(_chain); note++)
            {
                _contexts.Fill(_chain, tune.Memory, note);
                foretold.Add(_counts.Estimate(_contexts, tune.Symbol(_chain, note)));
            }
        }
        return foretold;
    }

    /// <summary>What it says of notes that might come next.</summary>
    /// <param name="memory">The music so far.</param>
    /// <param name="candidates">The notes, which differ in the chain's attribute alone.</param>
    public Predictions Predict(MotifMemory memory, IReadOnlyList<MotifNote> candidates)
    {
        var foretold = new Predictions();
        memory.Expect(candidates[0]);
        _contexts.Fill(_chain, memory, memory.Count);
        foreach (var candidate in candidates)
        {
            memory.Expect(candidate);
            foretold.Add(_counts.Estimate(_contexts, _chain.Symbol(memory, memory.Count)));
        }
        return foretold;
    }

    private void Learn(NgramTune tune, int transposition)
    {
        for (int note = 0; note < tune.Choices(_chain); note++)
        {
            _contexts.Fill(_chain, tune.Memory, note, transposition);
            _counts.Add(_contexts, tune.Symbol(_chain, note, transposition));
        }
    }
}
