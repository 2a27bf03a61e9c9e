namespace ComposerPlugin.Trainer.Ngram;

/// <summary>Runs a chain over tunes: what it knows from the corpus, and what it has learnt of the tune so far.</summary>
internal sealed class ChainRun
{
    private readonly Chain _chain;
    private readonly Contexts _contexts = new();
    private readonly WittenBell _corpus;
    private readonly WittenBell _tune;

    /// <summary>Learns a corpus.</summary>
    public ChainRun(Chain chain, IReadOnlyList<NgramTune> corpus)
    {
        _chain = chain;
        (_corpus, _tune) = (new(chain.Symbols), new(chain.Symbols));
        foreach (int transposition in chain.Transpositions)
        {
            foreach (var tune in corpus)
                Learn(tune, transposition);
        }
    }

    /// <summary>What the corpus, and the tune so far, say of each choice in these tunes.</summary>
    public (Foretold Corpus, Foretold Tune) Foretell(IReadOnlyList<NgramTune> tunes)
    {
        var (fromCorpus, fromTune) = (new Foretold(), new Foretold());
        foreach (var tune in tunes)
        {
            _tune.Clear();
            for (int note = 0; note < _chain.Choices(tune); note++)
            {
                int symbol = _chain.Symbol(tune, note, 0);
                Fill(tune, note, 0, _chain.CorpusOrder);
                fromCorpus.Add(_corpus.Of(_contexts, symbol));
                Fill(tune, note, 0, Chain.TuneOrder);
                fromTune.Add(_tune.Of(_contexts, symbol));
                _tune.Add(_contexts, symbol);
            }
        }
        return (fromCorpus, fromTune);
    }

    private void Learn(NgramTune tune, int transposition)
    {
        for (int note = 0; note < _chain.Choices(tune); note++)
        {
            Fill(tune, note, transposition, _chain.CorpusOrder);
            _corpus.Add(_contexts, _chain.Symbol(tune, note, transposition));
        }
    }

    private void Fill(NgramTune tune, int note, int transposition, int order)
    {
        _contexts.Begin();
        _chain.Fill(tune, note, transposition, order, _contexts);
    }
}
