using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The baseline's prediction of one attribute of the next note: a mixture of chains learnt from the corpus and all chains learnt from the
/// music so far. The corpus chains that contain pitches are left out: in twelve keys, all of them together would take gigabytes, and the
/// others hold the same information as intervals.
/// </summary>
internal sealed class NgramChoice
{
    private readonly NoteAttribute _attribute;
    private readonly List<CorpusChain> _corpus;
    private readonly ChainMixture _mixture;
    private readonly PredictionBuffer _predictions;

    /// <summary>Learns train tunes, and fits the weights on valid tunes.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="train">The tunes to learn.</param>
    /// <param name="valid">The tunes to fit on.</param>
    /// <param name="validTuneChains">The predictions of <see cref="TuneChains"/> for those.</param>
    public NgramChoice(
        NoteAttribute attribute, IReadOnlyList<NgramTune> train, IReadOnlyList<NgramTune> valid, Predictions[] validTuneChains)
    {
        _attribute = attribute;
        _predictions = new(attribute);
        _corpus = [.. MotifChain.Of(attribute).Where(chain => !chain.HoldsPitches).Select(chain => new CorpusChain(chain, train))];
        int first = MotifChain.First(attribute);
        var tuneChains = validTuneChains[first..(first + MotifPredictor.Chains(attribute))];
        _mixture = ChainMixture.Fit([.. _corpus.Select(chain => chain.Predict(valid)), .. tuneChains]);
    }

    /// <summary>The predictions of the music so far, to be filled before <see cref="Logits"/>.</summary>
    public PredictionBuffer Predictions => _predictions;

    /// <summary>Computes the log-probabilities of candidate notes.</summary>
    /// <param name="memory">The music so far.</param>
    /// <param name="candidates">A note for each class; they differ only in the attribute.</param>
    /// <param name="logits">Receives one value for each class.</param>
    public void Logits(MotifMemory memory, IReadOnlyList<MotifNote> candidates, Span<float> logits)
    {
        var sources = _corpus.Select(chain => chain.Predict(memory, candidates)).ToList();
        for (int chain = 0; chain < MotifPredictor.Chains(_attribute); chain++)
        {
            var predictions = new Predictions();
            int matched = MotifPredictor.Matched(_predictions.Features(chain));
            for (int i = 0; i < candidates.Count; i++)
                predictions.Add((_predictions.Probabilities(chain)[i], matched));
            sources.Add(predictions);
        }
        for (int i = 0; i < candidates.Count; i++)
            logits[i] = (float)Math.Log(_mixture.Probability(sources, i));
    }
}
