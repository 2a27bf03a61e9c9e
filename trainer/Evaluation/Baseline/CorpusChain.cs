using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>A chain's predictions from a corpus.</summary>
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

    /// <summary>The prediction of each choice in tunes.</summary>
    public Predictions Predict(IReadOnlyList<NgramTune> tunes)
    {
        var predictions = new Predictions();
        foreach (var tune in tunes)
        {
            for (int note = 0; note < tune.Choices(_chain); note++)
            {
                _contexts.Fill(_chain, tune.Memory, note);
                predictions.Add(_counts.Estimate(_contexts, tune.Symbol(_chain, note)));
            }
        }
        return predictions;
    }

    /// <summary>The predictions of candidate notes.</summary>
    /// <param name="memory">The music so far.</param>
    /// <param name="candidates">The notes; they differ only in the chain's attribute.</param>
    public Predictions Predict(MotifMemory memory, IReadOnlyList<MotifNote> candidates)
    {
        var predictions = new Predictions();
        memory.Expect(candidates[0]);
        _contexts.Fill(_chain, memory, memory.Count);
        foreach (var candidate in candidates)
        {
            memory.Expect(candidate);
            predictions.Add(_counts.Estimate(_contexts, _chain.Symbol(memory, memory.Count)));
        }
        return predictions;
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
