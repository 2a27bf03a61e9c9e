namespace ComposerPlugin.Music.Tests;

public class FormPredictorTests
{
    private const int Quarter = Ticks.PerQuarter, OneBar = 0, TwoBars = 1;

    private readonly NoteEncoder _encoder = new(new MotifMemory(1024));

    public FormPredictorTests() => _encoder.Start(Meter.Common, 0);

    [Fact]
    public void Nothing_is_known_without_music()
    {
        var timing = Predict(NoteAttribute.Timing, default);
        Assert.All(timing.Probabilities, probability => Assert.Equal(0, probability));
        Assert.All(timing.Features, feature => Assert.Equal(0, feature));
    }

    [Fact]
    public void A_reference_predicts_the_note_that_stood_there()
    {
        Play(Quarter, 60, 62, 64, 65);
        Play(Quarter, 60, 62);
        var next = new NoteStep(Quarter, 64, Vocabulary.DurationClass(Quarter), 20);
        Assert.Equal(1, Predict(NoteAttribute.Timing, next).Of(OneBar, Quarter));
        Assert.Equal(1, Predict(NoteAttribute.Pitch, next).Of(OneBar, 64));
        Assert.Equal(1, Predict(NoteAttribute.Duration, next).Of(OneBar, Vocabulary.DurationClass(Quarter)));
        Assert.Equal([2f / 12, 1, 2f / 12, 2f / 12], Predict(NoteAttribute.Timing, next).FeaturesOf(OneBar));
        Assert.Equal([2f / 12, 1, 1, 2f / 12], Predict(NoteAttribute.Duration, next).FeaturesOf(OneBar));
        Assert.Equal([2f / 12, 1, 0, 2f / 12], Predict(NoteAttribute.Duration, next with { Pitch = 50 }).FeaturesOf(OneBar));
        Assert.Equal([0, 0, 0, 0], Predict(NoteAttribute.Pitch, next).FeaturesOf(TwoBars));
    }

    [Fact]
    public void The_pitch_is_that_at_the_chosen_onset()
    {
        Play(Quarter, 60, 62, 64, 65, 60);
        Assert.Equal(1, Predict(NoteAttribute.Pitch, new(2 * Quarter, 0, 0, 0)).Of(OneBar, 64));
        Assert.Equal(0, Predict(NoteAttribute.Pitch, new(12, 0, 0, 0)).FeaturesOf(OneBar)[FormPredictor.KnownFeature]);
    }

    [Fact]
    public void A_transposed_chain_continues_a_sequence_in_the_key()
    {
        Play(Quarter, 60, 62, 64, 60, 65, 64, 62, 60);    // C major
        Play(Quarter, 64, 65, 67, 64);
        Play(Quarter, 65, 67);
        var pitch = Predict(NoteAttribute.Pitch, new(Quarter, 0, 0, 0));
        Assert.Equal(1, pitch.Of(OneBar, 67));
        Assert.Equal(1, pitch.Of(FormMemory.References + OneBar, 69));
        Assert.Equal(2f / 12, pitch.FeaturesOf(FormMemory.References + OneBar)[0]);
        Assert.Equal(1f / FormReference.MostSteps, pitch.FeaturesOf(FormMemory.References + OneBar)[2], 1e-6);
    }

    [Fact]
    public void Motif_chains_are_the_same_with_and_without_those_of_the_form()
    {
        Play(Quarter, 60, 62, 64, 65, 60, 62, 64, 65, 60);
        var predictor = new MotifPredictor(_encoder);
        foreach (var attribute in Enum.GetValues<NoteAttribute>())
        {
            int own = MotifPredictor.Chains(attribute), all = MotifPredictor.Chains(attribute, form: true);
            int classes = MotifChain.Classes(attribute);
            float[] less = new float[own * classes], more = new float[all * classes];
            float[] lessFeatures = new float[own * MotifPredictor.Features], moreFeatures = new float[all * MotifPredictor.Features];
            var next = new NoteStep(Quarter, 62, 23, 20);
            Run(predictor, attribute, next, less, lessFeatures);
            Run(predictor, attribute, next, more, moreFeatures);
            Assert.Equal(less, more[..less.Length]);
            Assert.Equal(lessFeatures, moreFeatures[..lessFeatures.Length]);
            Assert.Equal(all - own, FormPredictor.Chains(attribute));
            for (int chain = own; chain < all; chain++)
            {
                double sum = more.AsSpan(chain * classes, classes).ToArray().Sum();
                Assert.Equal(moreFeatures[(chain * MotifPredictor.Features) + FormPredictor.KnownFeature], sum);
            }
        }
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        var predictor = new MotifPredictor(_encoder);
        Play(Quarter, 60, 62, 64, 65, 60, 62, 64, 65, 60);
        float[][] outputs = [.. Enum.GetValues<NoteAttribute>().SelectMany(attribute => (float[][])
        [
            new float[MotifPredictor.Chains(attribute, form: true) * MotifChain.Classes(attribute)],
            new float[MotifPredictor.Chains(attribute, form: true) * MotifPredictor.Features],
        ])];
        PredictAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
            PredictAll();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void PredictAll()
        {
            var next = new NoteStep(Quarter, 62, 23, 20);
            for (int attribute = 0; attribute < 3; attribute++)
                Run(predictor, (NoteAttribute)attribute, next, outputs[2 * attribute], outputs[(2 * attribute) + 1]);
            _encoder.Push(next);
        }
    }

    private void Play(int ioi, params int[] pitches)
    {
        foreach (int pitch in pitches)
            _encoder.Push(new(_encoder.Memory.Count == 0 ? 0 : ioi, pitch, Vocabulary.DurationClass(ioi), 20));
    }

    private Prediction Predict(NoteAttribute attribute, NoteStep next)
    {
        var (chains, classes) = (FormPredictor.Chains(attribute), MotifChain.Classes(attribute));
        var prediction = new Prediction(new float[chains * classes], new float[chains * FormPredictor.Features], classes);
        var predictor = new FormPredictor(_encoder);
        switch (attribute)
        {
            case NoteAttribute.Timing:
                predictor.Timing(prediction.Probabilities, prediction.Features);
                break;
            case NoteAttribute.Pitch:
                predictor.Pitch(next.Ioi, prediction.Probabilities, prediction.Features);
                break;
            default:
                predictor.Duration(next.Ioi, next.Pitch, prediction.Probabilities, prediction.Features);
                break;
        }
        return prediction;
    }

    private static void Run(MotifPredictor predictor, NoteAttribute attribute, NoteStep next, float[] probabilities, float[] features)
    {
        switch (attribute)
        {
            case NoteAttribute.Timing:
                predictor.Timing(probabilities, features);
                break;
            case NoteAttribute.Pitch:
                predictor.Pitch(next.Ioi, probabilities, features);
                break;
            default:
                predictor.Duration(next.Ioi, next.Pitch, probabilities, features);
                break;
        }
    }

    private sealed record Prediction(float[] Probabilities, float[] Features, int Classes)
    {
        public float Of(int chain, int one) => Probabilities[(chain * Classes) + one];

        public float[] FeaturesOf(int chain) => Features[(chain * FormPredictor.Features)..((chain + 1) * FormPredictor.Features)];
    }
}
