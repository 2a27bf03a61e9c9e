using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Ngram;

namespace ComposerPlugin.Trainer.Evaluation.Baseline;

/// <summary>What a chain has learnt from a corpus, asked about a note that is yet to be chosen.</summary>
internal sealed class CorpusForecast
{
    private readonly MotifChain _chain;
    private readonly WittenBell _counts;
    private readonly Contexts _contexts = new();

    /// <summary>Learns a corpus, in its own keys.</summary>
    public CorpusForecast(MotifChain chain, IReadOnlyList<NgramTune> corpus)
    {
        _chain = chain;
        _counts = new(MotifChain.Classes(chain.Attribute));
        foreach (var tune in corpus)
        {
            for (int note = 0; note < tune.Choices(chain); note++)
            {
                tune.Fill(chain, note, 0, _contexts);
                _counts.Add(_contexts, tune.Symbol(chain, note));
            }
        }
    }

    /// <summary>What it says of each choice in tunes.</summary>
    public Foretold Foretell(IReadOnlyList<NgramTune> tunes)
    {
        var foretold = new Foretold();
        foreach (var tune in tunes)
        {
            for (int note = 0; note < tune.Choices(_chain); note++)
            {
                tune.Fill(_chain, note, 0, _contexts);
                foretold.Add(_counts.Of(_contexts, tune.Symbol(_chain, note)));
            }
        }
        return foretold;
    }

    /// <summary>What it says of notes that might come next.</summary>
    /// <param name="memory">The music so far.</param>
    /// <param name="candidates">The notes, which differ in the chain's attribute alone.</param>
    public Foretold Foretell(MotifMemory memory, IEnumerable<MotifNote> candidates)
    {
        var foretold = new Foretold();
        bool filled = false;
        foreach (var candidate in candidates)
        {
            memory.Expect(candidate);
            if (!filled)
                Fill(memory);
            filled = true;
            foretold.Add(_counts.Of(_contexts, _chain.Symbol(memory, memory.Count)));
        }
        return foretold;
    }

    private void Fill(MotifMemory memory)
    {
        _contexts.Begin();
        for (int order = 1; order <= _chain.Orders; order++)
        {
            long element = _chain.Element(memory, memory.Count, order);
            if (element == MotifChain.None)
                return;
            _contexts.Add(element);
        }
    }
}
