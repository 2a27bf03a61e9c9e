using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Ngram;

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

    private void Learn(NgramTune tune, int transposition)
    {
        for (int note = 0; note < tune.Choices(_chain); note++)
        {
            tune.Fill(_chain, note, transposition, _contexts);
            _counts.Add(_contexts, tune.Symbol(_chain, note, transposition));
        }
    }
}
