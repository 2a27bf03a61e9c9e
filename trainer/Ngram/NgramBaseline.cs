using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Ngram;

/// <summary>What n-grams make of the same tunes, in bits per note: twelve chains mixed.</summary>
/// <param name="CorpusOnly">From the corpus alone.</param>
/// <param name="Mixed">From the corpus and the tune so far: the figure that a model has to beat.</param>
internal sealed record NgramBaseline(BitsPerNote CorpusOnly, BitsPerNote Mixed)
{
    /// <summary>Learns the train tunes, fits on the valid tunes, measures on the test tunes. Tables are made one chain at a time: the largest takes 1 GB.</summary>
    public static NgramBaseline Of(DataSet data, Action<string> tell)
    {
        var (train, valid, test) = (Tunes(data.Train), Tunes(data.Valid.Count > 0 ? data.Valid : data.Train), Tunes(data.Test));
        double[] corpusOnly = new double[3], mixed = new double[3];
        foreach (var chains in Chains.All.GroupBy(chain => chain.Attribute))
        {
            var (onValid, onTest) = (new List<(Foretold Corpus, Foretold Tune)>(), new List<(Foretold Corpus, Foretold Tune)>());
            foreach (var chain in chains)
            {
                var run = new ChainRun(chain, train);
                onValid.Add(run.Foretell(valid));
                onTest.Add(run.Foretell(test));
                tell($"n-gram {chain.Attribute} from {chain.Name}: {onTest[^1].Corpus.Bits / data.TestNotes:F3} bits/note from the corpus, {onTest[^1].Tune.Bits / data.TestNotes:F3} from the tune");
            }
            corpusOnly[(int)chains.Key] = Mix(Corpus(onValid), Corpus(onTest)) / data.TestNotes;
            mixed[(int)chains.Key] = Mix(Both(onValid), Both(onTest)) / data.TestNotes;
        }
        return new(Bits(corpusOnly, data.TestNotes), Bits(mixed, data.TestNotes));
    }

    private static double Mix(List<Foretold> fitted, List<Foretold> measured) => ChainMixture.Fit(fitted).Bits(measured);

    private static List<Foretold> Corpus(List<(Foretold Corpus, Foretold Tune)> chains) => [.. chains.Select(said => said.Corpus)];

    private static List<Foretold> Both(List<(Foretold Corpus, Foretold Tune)> chains) => [.. chains.SelectMany(said => new[] { said.Corpus, said.Tune })];

    private static BitsPerNote Bits(double[] attributes, long notes) => new(attributes[0], attributes[1], attributes[2], 0, notes);

    private static NgramTune[] Tunes(IReadOnlyList<Tune> tunes) => [.. tunes.Select(tune => new NgramTune(tune.Phrase))];
}
