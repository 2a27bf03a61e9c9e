using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The baseline's mixture for one attribute of the note that comes next: chains learnt from the corpus, and all chains learnt from the music
/// so far. Of the corpus's chains those that hold pitches are left out, because in twelve keys all of them together would take gigabytes;
/// the others tell the same in intervals.
/// </summary>
internal sealed class NgramChoice
{
    private readonly NoteAttribute _attribute;
    private readonly List<CorpusChain> _corpus;
    private readonly ChainMixture _mixture;
    private readonly ForecastBuffer _motif;

    /// <summary>Learns train tunes, and fits weights on valid tunes.</summary>
    /// <param name="attribute">What is chosen.</param>
    /// <param name="train">The tunes to learn.</param>
    /// <param name="valid">The tunes to fit on.</param>
    /// <param name="validMotifs">What <see cref="TuneChains"/> says of those.</param>
    public NgramChoice(NoteAttribute attribute, IReadOnlyList<NgramTune> train, IReadOnlyList<NgramTune> valid, Predictions[] validMotifs)
    {
        _attribute = attribute;
        _motif = new(attribute);
        _corpus = [.. MotifChain.Of(attribute).Where(chain => !chain.HoldsPitches).Select(chain => new CorpusChain(chain, train))];
        int first = MotifChain.First(attribute);
        _mixture = ChainMixture.Fit([.. _corpus.Select(chain => chain.Predict(valid)), .. validMotifs[first..(first + MotifForecast.Chains(attribute))]]);
    }

    /// <summary>Room for what the music so far foretells, to be filled before <see cref="Logits"/>.</summary>
    public ForecastBuffer Motif => _motif;

    /// <summary>The logarithms of the mixed probabilities of notes that might come next.</summary>
    /// <param name="memory">The music so far.</param>
    /// <param name="candidates">A note for each class, which differ in the attribute alone.</param>
    /// <param name="logits">One for each class.</param>
    public void Logits(MotifMemory memory, IReadOnlyList<MotifNote> candidates, Span<float> logits)
    {
        var sources = _corpus.Select(chain => chain.Predict(memory, candidates)).ToList();
        for (int chain = 0; chain < MotifForecast.Chains(_attribute); chain++)
        {
            var foretold = new Predictions();
            int matched = MotifForecast.Matched(_motif.Features(chain));
            for (int i = 0; i < candidates.Count; i++)
                foretold.Add((_motif.Probabilities(chain)[i], matched));
            sources.Add(foretold);
        }
        for (int i = 0; i < candidates.Count; i++)
            logits[i] = (float)Math.Log(_mixture.Probability(sources, i));
    }
}
