using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The bits per note of the n-gram baseline: a mixture of twelve chains.</summary>
/// <param name="CorpusOnly">Chains learnt from the corpus alone.</param>
/// <param name="Mixed">Chains learnt from the corpus and the tune so far: the number that a model has to beat.</param>
internal sealed record NgramBaseline(BitsPerNote CorpusOnly, BitsPerNote Mixed)
{
    /// <summary>
    /// Learns the train tunes, fits on the valid tunes and measures on the test tunes. Holds the table of one chain at a time: the largest
    /// takes
    /// 1 GB.
    /// </summary>
    public static NgramBaseline Measure(DataSet data)
    {
        var validTunes = data.Valid.Count > 0 ? data.Valid : data.Train;
        NgramTune[] train = Tunes(data.Train), valid = Tunes(validTunes), test = Tunes(data.Test);
        Predictions[] validTune = TuneChains.Predict(Rows(validTunes)), testTune = TuneChains.Predict(Rows(data.Test));
        double[] corpusOnly = new double[3], mixed = new double[3];
        foreach (var attribute in Enum.GetValues<NoteAttribute>())
        {
            List<Predictions> validCorpus = [], testCorpus = [];
            foreach (var chain in MotifChain.Of(attribute))
            {
                var corpus = new CorpusChain(chain, train);
                validCorpus.Add(corpus.Predict(valid));
                testCorpus.Add(corpus.Predict(test));
            }
            Range chains = MotifChain.First(attribute)..(MotifChain.First(attribute) + MotifPredictor.Chains(attribute));
            corpusOnly[(int)attribute] = Mix(validCorpus, testCorpus) / data.TestNotes;
            mixed[(int)attribute] = Mix([.. validCorpus, .. validTune[chains]], [.. testCorpus, .. testTune[chains]]) / data.TestNotes;
        }
        return new(Bits(corpusOnly, data.TestNotes), Bits(mixed, data.TestNotes));
    }

    private static double Mix(List<Predictions> fitted, List<Predictions> measured) => ChainMixture.Fit(fitted).Bits(measured);

    private static BitsPerNote Bits(double[] attributes, long notes) => new(attributes[0], attributes[1], attributes[2], 0, notes);

    private static NgramTune[] Tunes(IReadOnlyList<Tune> tunes) => [.. tunes.Select(tune => new NgramTune(tune.Phrase))];

    private static StepRows[] Rows(IReadOnlyList<Tune> tunes) => StepRows.FromPhrases(tunes.Select(tune => tune.Phrase));
}
