namespace ComposerPlugin.Music.Tests;

public class MotifPredictorTests
{
    private static readonly int[] _motif = [60, 62, 64, 65, 64, 62, 67, 65];

    [Fact]
    public void Probabilities_are_those_of_a_plain_count()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var encoder = Started();
            var predictor = new MotifPredictor(encoder);
            var random = new Random(seed);
            for (int i = 0; i < 40; i++)
            {
                var step = RandomStep(random);
                AssertCounted(NoteAttribute.Timing, encoder, predictor, step);
                AssertCounted(NoteAttribute.Pitch, encoder, predictor, step);
                AssertCounted(NoteAttribute.Duration, encoder, predictor, step);
                encoder.Push(step);
            }
        }
    }

    [Fact]
    public void A_repeated_motif_is_predicted_at_its_second_occurrence()
    {
        var encoder = Started();
        var predictor = new MotifPredictor(encoder);
        var prediction = new Prediction(NoteAttribute.Pitch);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < _motif.Length; i++)
            {
                prediction.Of(predictor, new(24, _motif[i], 23, 20));
                if (round == 2)
                {
                    Assert.InRange(prediction.Probability(0, _motif[i]), 0.5, 1);
                    Assert.InRange(MotifPredictor.Matched(prediction.FeaturesOf(0)), _motif.Length, 12);
                }
                encoder.Push(new(24, _motif[i], 23, 20));
            }
        }
    }

    [Fact]
    public void Probabilities_sum_to_1_unless_a_heard_class_is_impossible_here()
    {
        var encoder = Started();
        var predictor = new MotifPredictor(encoder);
        var (pitch, duration) = (new Prediction(NoteAttribute.Pitch), new Prediction(NoteAttribute.Duration));
        var random = new Random(3);
        for (int i = 0; i < 60; i++)
        {
            var step = RandomStep(random);
            pitch.Of(predictor, step);
            duration.Of(predictor, step);
            for (int chain = 0; chain < pitch.Chains; chain++)
                Assert.Equal(1, pitch.Sum(chain), 1e-5);
            for (int chain = 0; chain < duration.Chains; chain++)
                Assert.Equal(1, duration.Sum(chain), 1e-5);
            encoder.Push(step);
        }

        // An octave down was heard; from the lowest note there is none.
        encoder.Push(new(24, 48, 23, 20));
        encoder.Push(new(24, 36, 23, 20));
        encoder.Push(new(24, 2, 23, 20));
        pitch.Of(predictor, new(24, 2, 23, 20));
        int intervals = MotifChain.Of(NoteAttribute.Pitch).TakeWhile(chain => chain.Name != "intervals").Count();
        Assert.InRange(pitch.Sum(intervals), 0.1, 0.99);
        Assert.Equal(1, pitch.Sum(0), 1e-5);
    }

    [Fact]
    public void Classes_are_equally_likely_and_features_zero_without_notes()
    {
        var predictor = new MotifPredictor(Started());
        var prediction = new Prediction(NoteAttribute.Pitch);
        prediction.Of(predictor, new(24, 60, 23, 20));
        Assert.Equal(1f / Vocabulary.Pitches, prediction.Probability(0, 60));
        Assert.Equal([0, 0, 0, 0], prediction.FeaturesOf(0).ToArray());
    }

    [Fact]
    public void Returning_to_a_mark_gives_the_same_predictions()
    {
        var encoder = Started();
        var predictor = new MotifPredictor(encoder);
        var random = new Random(5);
        for (int i = 0; i < 50; i++)
            encoder.Push(RandomStep(random));
        var mark = encoder.Here();
        float[] before = All(predictor);
        for (int i = 0; i < 30; i++)
            encoder.Push(RandomStep(random));
        Assert.NotEqual(before, All(predictor));

        encoder.Return(mark);

        Assert.Equal(before, All(predictor));
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        var encoder = Started();
        var predictor = new MotifPredictor(encoder);
        Prediction[] predictions = [.. Enum.GetValues<NoteAttribute>().Select(attribute => new Prediction(attribute))];
        Play(200);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(200);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Play(int notes)
        {
            for (int i = 0; i < notes; i++)
            {
                NoteStep step = new(24, _motif[i % _motif.Length], 23, 20);
                foreach (var one in predictions)
                    one.Of(predictor, step);
                encoder.Push(step);
            }
        }
    }

    private static NoteEncoder Started()
    {
        var encoder = new NoteEncoder(new MotifMemory(1024));
        encoder.Start(Meter.Common, 0);
        return encoder;
    }

    private static NoteStep RandomStep(Random random) => new(12 * random.Next(5), 60 + random.Next(5), (12 * random.Next(1, 4)) - 1, 20);

    private static float[] All(MotifPredictor predictor)
    {
        var step = new NoteStep(24, 62, 23, 20);
        List<float> all = [];
        foreach (var attribute in Enum.GetValues<NoteAttribute>())
        {
            var prediction = new Prediction(attribute);
            prediction.Of(predictor, step);
            all.AddRange([.. prediction.Probabilities, .. prediction.Features]);
        }
        return [.. all];
    }

    private static void AssertCounted(NoteAttribute attribute, NoteEncoder encoder, MotifPredictor predictor, NoteStep next)
    {
        var prediction = new Prediction(attribute);
        prediction.Of(predictor, next);
        int number = 0;
        foreach (var chain in MotifChain.Of(attribute))
        {
            var (expected, matched) = Count(chain, encoder);
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], prediction.Probability(number, i), 1e-5);
            Assert.Equal(Math.Min(matched, 12), MotifPredictor.Matched(prediction.FeaturesOf(number)));
            number++;
        }
    }

    // Witten-Bell by its formula, over a table of the classes seen in each context. The expected note is the one just pushed to the
    // predictions.
    private static (double[] Probabilities, int Matched) Count(MotifChain chain, NoteEncoder encoder)
    {
        var memory = encoder.Memory;
        var table = new Dictionary<string, List<int>>();
        for (int note = 0; note < memory.Count; note++)
        {
            foreach (string context in Contexts(chain, memory, note))
                (table.TryGetValue(context, out var seen) ? seen : table[context] = [])
                    .Add(chain.ClassOf(memory, chain.Symbol(memory, note), (int)encoder.RestAtZeroIoi));
        }
        int classes = MotifChain.Classes(chain.Attribute);
        double[] probabilities = [.. Enumerable.Repeat(1.0 / classes, classes)];
        int matched = 0;
        foreach (var (context, order) in Contexts(chain, memory, memory.Count).Select((context, order) => (context, order)))
        {
            if (!table.TryGetValue(context, out var seen))
                break;
            double different = seen.Distinct().Count();
            for (int i = 0; i < classes; i++)
                probabilities[i] = (seen.Count(one => one == i) + (different * probabilities[i])) / (seen.Count + different);
            matched = order;
        }
        return (probabilities, matched);
    }

    private static IEnumerable<string> Contexts(MotifChain chain, MotifMemory memory, int note)
    {
        string context = "";
        yield return context;
        for (int order = 1; order <= chain.Orders && chain.Element(memory, note, order) is not MotifChain.None and var element; order++)
            yield return context += $"{element};";
    }

    private sealed class Prediction(NoteAttribute attribute)
    {
        private readonly int _classes = MotifChain.Classes(attribute);

        public int Chains { get; } = MotifPredictor.Chains(attribute);

        public float[] Probabilities { get; } = new float[MotifPredictor.Chains(attribute) * MotifChain.Classes(attribute)];

        public float[] Features { get; } = new float[MotifPredictor.Chains(attribute) * MotifPredictor.Features];

        public void Of(MotifPredictor predictor, NoteStep next)
        {
            switch (attribute)
            {
                case NoteAttribute.Timing:
                    predictor.Timing(Probabilities, Features);
                    break;
                case NoteAttribute.Pitch:
                    predictor.Pitch(next.Ioi, Probabilities, Features);
                    break;
                default:
                    predictor.Duration(next.Ioi, next.Pitch, Probabilities, Features);
                    break;
            }
        }

        public float Probability(int chain, int symbol) => Probabilities[(chain * _classes) + symbol];

        public ReadOnlySpan<float> FeaturesOf(int chain) => Features.AsSpan(chain * MotifPredictor.Features, MotifPredictor.Features);

        public double Sum(int chain) => Probabilities.Skip(chain * _classes).Take(_classes).Sum(probability => (double)probability);
    }
}
