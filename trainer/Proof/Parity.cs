using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Proof;

/// <summary>
/// Checks that graphs give the model's output: over 64 single steps with carried state, where the likeliest notes must be equal, and over
/// a prefill of several steps for two tunes at once that continues from a state.
/// </summary>
internal sealed class Parity
{
    /// <summary>The largest accepted difference of a logit or a state, relative to it where its absolute value is above 1.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>The end of messages about a failed check.</summary>
    public const string WriterBug = "this is a bug in the trainer's ONNX writer, please report it.";

    // If the gate gives the model almost no weight, classes can be equal but for rounding; then either may be the likeliest.
    private const float Tie = 1e-5f;

    private const int Steps = 64;
    private const int PrefillSteps = 24;
    private const int PrefillTunes = 2;

    private static readonly int[] _formClasses =
    [
        FormHint.Places,
        .. Enumerable.Repeat<int[]>(
            [
                Vocabulary.Iois + 1, Vocabulary.Pitches + 1, Vocabulary.Durations + 1, FormReference.Counts, FormReference.Counts,
                FormReference.Counts, FormReference.StepClasses, FormReference.Counts,
            ],
            FormMemory.References).SelectMany(classes => classes),
    ];

    private readonly IMelodyModel _model;
    private readonly OnnxMelody _onnx;

    private Parity(IMelodyModel model, OnnxMelody onnx) => (_model, _onnx) = (model, onnx);

    /// <summary>The largest difference so far, as in <see cref="Tolerance"/>.</summary>
    private double Worst { get; set; }

    /// <summary>Compares the graphs with a model in evaluation mode.</summary>
    /// <returns>The largest difference of a logit.</returns>
    /// <exception cref="InvalidOperationException">The difference exceeds <see cref="Tolerance"/>, or a likeliest note differs.</exception>
    public static double Check(IMelodyModel model, OnnxMelody onnx)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var parity = new Parity(model, onnx);
        parity.CheckGreedyMelody();
        parity.CheckPrefill();
        return parity.Worst;
    }

    private void CheckGreedyMelody()
    {
        var reader = new TuneReader(_model.HasForm);
        reader.Start(new Meter(6, 8));
        Tensor[] torchPast = [];
        float[][] past = _onnx.EmptyPast(1);
        for (int step = 0; step < Steps; step++)
        {
            var input = reader.Input;
            var classes = new StepClasses(
                [input.Pitch, input.Ioi, input.Duration], [input.BarPosition, input.Meter, input.Bar, input.Key],
                [input.Hint.Pitch, input.Hint.Ioi, input.Hint.Duration, input.Hint.Length],
                [.. input.Form.Classes.ToArray().Select(one => (long)one)]);
            var expected = _model.Step(InputsOf(classes, 1), torchPast);
            var actual = _onnx.Step(classes, 1, past);
            (torchPast, past) = (expected.Present, actual.Present);
            string where = $"step {step + 1}";
            CompareAll("present", where, expected.Present, actual.Present);
            Compare(GraphPorts.Hidden, where, expected.Hidden, actual.Hidden);
            reader.Advance(ChooseGreedily(where, expected.Hidden, actual.Hidden, reader));
        }
    }

    private NoteStep ChooseGreedily(string where, Tensor torchHidden, float[] hidden, TuneReader reader)
    {
        var heads = _model.Heads;
        reader.PredictTiming();
        // Excludes waiting and ending, which would test nothing more.
        int ioi = Choose(GraphRole.Ioi, where, LogitsOf(heads.Ioi, torchHidden, 1, reader.Timing),
            _onnx.Head(GraphRole.Ioi, hidden, 1, 1, reader.Timing), Vocabulary.ExactTicks + 1);
        var barPosition = (GraphPorts.BarPosition, (long[])[reader.BarPositionAfter(ioi)]);
        var ioiClass = (GraphPorts.Ioi, (long[])[ioi]);
        reader.PredictPitch(ioi);
        int pitch = Choose(GraphRole.Pitch, where, LogitsOf(heads.Pitch, torchHidden, 1, reader.Pitch, ioiClass, barPosition),
            _onnx.Head(GraphRole.Pitch, hidden, 1, 1, reader.Pitch, ioiClass, barPosition));
        reader.PredictDuration(ioi, pitch);
        var pitchClass = (GraphPorts.Pitch, (long[])[pitch]);
        int duration = Choose(
            GraphRole.Duration, where, LogitsOf(heads.Duration, torchHidden, 1, reader.Duration, ioiClass, pitchClass, barPosition),
            _onnx.Head(GraphRole.Duration, hidden, 1, 1, reader.Duration, ioiClass, pitchClass, barPosition));
        var durationClass = (GraphPorts.Duration, (long[])[duration]);
        int velocity = Choose(
            GraphRole.Velocity, where, LogitsOf(heads.Velocity, torchHidden, 1, null, pitchClass, durationClass, barPosition),
            _onnx.Head(GraphRole.Velocity, hidden, 1, 1, null, pitchClass, durationClass, barPosition));
        return new(ioi, pitch, duration, velocity);
    }

    private void CheckPrefill()
    {
        var random = new Random(1);
        float[][] past = _onnx.EmptyPast(PrefillTunes);
        Tensor[] torchPast = [];
        for (int pass = 0; pass < 2; pass++)    // from an empty past, then from the state after the first pass
        {
            string where = $"prefill {pass + 1}";
            var classes = new StepClasses(
                Draw(random, Vocabulary.Pitches + 1, Vocabulary.Iois + 1, Vocabulary.Durations + 1),
                Draw(random, Vocabulary.BarPositions, Vocabulary.Meters, Vocabulary.BarCycle, KeyTracker.Keys),
                Draw(random, Vocabulary.Pitches + 1, Vocabulary.Iois + 1, Vocabulary.Durations + 1, MotifHint.Lengths),
                _model.HasForm ? Draw(random, _formClasses) : []);
            var expected = _model.Step(InputsOf(classes, PrefillSteps), torchPast);
            var actual = _onnx.Step(classes, PrefillTunes, past);
            (torchPast, past) = (expected.Present, actual.Present);
            CompareAll("present", where, expected.Present, actual.Present);
            CheckHeads(where, expected.Hidden, actual.Hidden, random);
        }
    }

    private void CheckHeads(string where, Tensor torchHidden, float[] hidden, Random random)
    {
        var ioi = (GraphPorts.Ioi, Draw(random, Vocabulary.Iois));
        var barPosition = (GraphPorts.BarPosition, Draw(random, Vocabulary.BarPositions));
        var pitch = (GraphPorts.Pitch, Draw(random, Vocabulary.Pitches));
        var duration = (GraphPorts.Duration, Draw(random, Vocabulary.Durations));
        Check(GraphRole.Ioi, _model.Heads.Ioi, NoteAttribute.Timing);
        Check(GraphRole.Pitch, _model.Heads.Pitch, NoteAttribute.Pitch, ioi, barPosition);
        Check(GraphRole.Duration, _model.Heads.Duration, NoteAttribute.Duration, ioi, pitch, barPosition);
        Check(GraphRole.Velocity, _model.Heads.Velocity, NoteAttribute.Duration, pitch, duration, barPosition);

        void Check(string role, MelodyHead head, NoteAttribute attribute, params (string, long[])[] chosen)
        {
            var predictions = Draw(random, attribute);
            var expected = LogitsOf(head, torchHidden, PrefillSteps, predictions, chosen);
            Compare(role, where, expected, _onnx.Head(role, hidden, PrefillTunes, PrefillSteps, predictions, chosen));
        }
    }

    private static Tensor LogitsOf(
        MelodyHead head, Tensor hidden, long n, PredictionBuffer? predictions, params (string Name, long[] Classes)[] chosen)
    {
        Tensor[] classes = [.. chosen.Select(choice => ClassTensor(choice.Classes, n))];
        if (predictions is null)
            return head.Logits(hidden, null, null, classes);
        var probabilities = tensor(predictions.AllProbabilities, [hidden.shape[0], n, predictions.Chains, predictions.Classes]);
        var features = tensor(predictions.AllFeatures, [hidden.shape[0], n, predictions.Chains, MotifPredictor.Features]);
        return head.Logits(hidden, probabilities, features, classes);
    }

    private static long[] Draw(Random random, params int[] classes)
    {
        long[] drawn = new long[PrefillTunes * PrefillSteps * classes.Length];
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = random.Next(classes[i % classes.Length]);
        return drawn;
    }

    private PredictionBuffer Draw(Random random, NoteAttribute attribute)
    {
        var predictions = new PredictionBuffer(attribute, PrefillTunes * PrefillSteps, _model.HasForm);
        foreach (ref float probability in predictions.AllProbabilities.AsSpan())
            probability = random.NextSingle() / predictions.Classes;
        foreach (ref float feature in predictions.AllFeatures.AsSpan())
            feature = random.NextSingle();
        // A form chain knows a class here or does not.
        int motifs = MotifPredictor.Chains(attribute);
        for (int chain = 0; chain < predictions.AllFeatures.Length / MotifPredictor.Features; chain++)
        {
            if (chain % predictions.Chains >= motifs)
                predictions.AllFeatures[(chain * MotifPredictor.Features) + FormPredictor.KnownFeature] = random.Next(2);
        }
        return predictions;
    }

    private int Choose(string what, string where, Tensor expected, float[] actual, int classes = int.MaxValue)
    {
        float[] values = Compare(what, where, expected, actual);
        int choice = Likeliest(values, classes), chosen = Likeliest(actual, classes);
        return choice == chosen || values[choice] - values[chosen] <= Tie
            ? choice
            : throw new InvalidOperationException(
                $"export refused: at {where} the graphs choose {what} {chosen} where the model chooses {choice}; {WriterBug}");
    }

    private void CompareAll(string what, string where, Tensor[] expected, float[][] actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Compare(what, where, expected[i], actual[i]);
    }

    private float[] Compare(string what, string where, Tensor expected, float[] actual)
    {
        float[] values = expected.Values();
        if (values.Length != actual.Length)
            {
                throw new InvalidOperationException(
                    $"export refused: at {where} the graphs give {actual.Length} values for {what}, not {values.Length}; {WriterBug}");
            }
        for (int i = 0; i < values.Length; i++)
        {
            // Relative to large values: the cell state of an LSTM grows with each step, and its rounding error too.
            double difference = Math.Abs(values[i] - actual[i]) / Math.Max(1, Math.Abs(values[i]));
            if (!(difference <= Tolerance))    // true for NaN
            {
                throw new InvalidOperationException(
                    $"export refused: at {where} the graphs differ from the model by {difference:G3} in {what}, "
                        + $"more than {Tolerance}; {WriterBug}");
            }
            Worst = Math.Max(Worst, difference);
        }
        return values;
    }

    private static int Likeliest(ReadOnlySpan<float> logits, int classes)
    {
        int best = 0;
        for (int i = 1; i < Math.Min(logits.Length, classes); i++)
            best = logits[i] > logits[best] ? i : best;
        return best;
    }

    private StepInputs InputsOf(StepClasses classes, long n) => new(
        ClassTensor(classes.Note, n, Column.NoteColumns), ClassTensor(classes.BarPosition, n, Column.BarPositionColumns),
        ClassTensor(classes.Hint, n, Column.HintColumns), _model.HasForm ? ClassTensor(classes.Form, n, FormHint.Length) : null);

    private static Tensor ClassTensor(long[] classes, long n) => tensor(classes, [classes.Length / n, n], ScalarType.Int64);

    private static Tensor ClassTensor(long[] classes, long n, long columns) =>
        tensor(classes, [classes.Length / n / columns, n, columns], ScalarType.Int64);
}
