using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class NgramTests
{
    // The timing symbol of a note with the same onset as the note before.
    private const int Together = int.MinValue;

    private static readonly NgramTune[] _corpus = [.. Enumerable.Range(0, 12).Select(seed => new NgramTune(TestTunes.Tune(seed)))];

    [Fact]
    public void Counts_are_kept_when_the_table_grows()
    {
        var table = new CountTable();
        for (ulong key = 0; key < 20_000; key += 2)
        {
            Assert.True(table.Increment(key));
            if (key % 3 == 0)
                Assert.False(table.Increment(key));
        }
        for (ulong key = 0; key < 20_000; key += 2)
            Assert.Equal(key % 3 == 0 ? 2 : 1, table[key]);
        Assert.Equal(0, table[20_002]);
    }

    [Fact]
    public void Witten_Bell_estimate_matches_its_formula()
    {
        var estimate = new WittenBell(4);
        var contexts = new Contexts();
        contexts.Begin();
        foreach (int symbol in (int[])[1, 1, 2])
            estimate.Add(contexts, symbol);
        // 3 seen, 2 different: (2 + 2/4) / 5 and (0 + 2/4) / 5.
        Assert.Equal(0.5, estimate.Estimate(contexts, 1).Probability, 1e-12);
        Assert.Equal(0.1, estimate.Estimate(contexts, 3).Probability, 1e-12);
    }

    [Fact]
    public void Probabilities_of_all_symbols_sum_to_1_in_every_chain()
    {
        var tune = new NgramTune(TestTunes.Tune(3));
        foreach (var chain in MotifChain.All)
        {
            var (estimate, contexts) = (new WittenBell(MotifChain.Classes(chain.Attribute)), new Contexts());
            foreach (var learnt in _corpus)
            {
                for (int note = 0; note < learnt.Choices(chain); note++)
                {
                    contexts.Fill(chain, learnt.Memory, note);
                    estimate.Add(contexts, learnt.Symbol(chain, note));
                }
            }
            foreach (int note in (int[])[0, 1, 5, 20])
            {
                contexts.Fill(chain, tune.Memory, note);
                Assert.Equal(1, Symbols(chain, tune, note).Sum(symbol => estimate.Estimate(contexts, symbol).Probability), 1e-9);
            }
        }
    }

    [Fact]
    public void A_mixture_is_as_good_as_its_best_source_on_the_data_it_was_fitted_to()
    {
        Phrase[] phrases = [.. Enumerable.Range(50, 6).Select(seed => TestTunes.Tune(seed))];
        NgramTune[] tunes = [.. phrases.Select(phrase => new NgramTune(phrase))];
        Predictions[] fromTune = TuneChains.Predict(StepRows.FromPhrases(phrases));
        foreach (var attribute in Enum.GetValues<NoteAttribute>())
        {
            List<Predictions> sources = [.. MotifChain.Of(attribute).Select(chain => new CorpusChain(chain, _corpus).Predict(tunes))];
            sources.AddRange(fromTune.Skip(MotifChain.First(attribute)).Take(MotifPredictor.Chains(attribute)));
            var mixture = ChainMixture.Fit(sources);
            // After 200 rounds the weights of the other sources are small but not 0.
            Assert.True(mixture.Bits(sources) <= sources.Min(source => source.Bits) + (0.01 * sources[0].Count));
            for (int choice = 0; choice < sources[0].Count; choice++)
                Assert.InRange(mixture.Probability(sources, choice), sources.Min(source => source.Probability(choice)) - 1e-9,
                    sources.Max(source => source.Probability(choice)) + 1e-9);
        }
    }

    [Fact]
    public void Predictions_from_the_tune_itself_improve_the_baseline()
    {
        Tune[] Tunes(int first, int count) =>
            [.. Enumerable.Range(first, count).Select(seed => new Tune($"{seed}", seed, TestTunes.Tune(seed)))];
        var baseline = NgramBaseline.Measure(new(Tunes(0, 20), Tunes(30, 6), Tunes(40, 6)));
        Assert.InRange(baseline.CorpusOnly.Total, 0.5, 12);
        Assert.True(baseline.Mixed.Total < baseline.CorpusOnly.Total - 0.5);
    }

    // All exact IOIs of the vocabulary, one for all longer IOIs, and the end. The tune must have no rests.
    private static IEnumerable<int> Symbols(MotifChain chain, NgramTune tune, int note) => chain.Attribute switch
    {
        NoteAttribute.Timing => Enumerable.Range(0, Vocabulary.ExactTicks + 1).Append(50_000)
            .Select(ioi => ioi == 0 && note > 0 ? Together : ioi - HeldTicks(tune, note)).Append(tune.Symbol(chain, tune.Count)),
        NoteAttribute.Duration => Enumerable.Range(0, Vocabulary.Durations),
        _ => Enumerable.Range(0, Vocabulary.Pitches)
            .Select(pitch => pitch - (chain.SymbolIsInterval ? note > 0 ? tune.Memory[note - 1].Pitch : 67 : 0)),
    };

    private static int HeldTicks(NgramTune tune, int note) => note > 0 ? Vocabulary.DurationTicks(tune.Memory[note - 1].Duration) : 0;
}
