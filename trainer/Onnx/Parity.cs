using ComposerPlugin.Models;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// Proves that graphs say what the model says: over 64 single steps with carried state, where each side's likeliest notes must be the
/// same, and over a prefill of several steps for two tunes at once that goes on from a state.
/// </summary>
internal sealed class Parity
{
    /// <summary>The largest difference of a logit that is let pass.</summary>
    public const double Tolerance = 1e-4;

    private const int Steps = 64;
    private const int PrefillSteps = 24;
    private const int PrefillTunes = 2;

    private readonly IMelodyModel _model;
    private readonly OnnxMelody _onnx;

    private Parity(IMelodyModel model, OnnxMelody onnx) => (_model, _onnx) = (model, onnx);

    /// <summary>The largest difference found so far.</summary>
    private double Worst { get; set; }

    /// <summary>Compares the graphs with a model in evaluation mode, and tells the largest difference of a logit.</summary>
    /// <exception cref="InvalidOperationException">They differ by more than <see cref="Tolerance"/>, or choose another note.</exception>
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
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Start(new(6, 8), 0);
        Tensor[] torchPast = [];
        float[][] past = _onnx.EmptyPast(1);
        for (int step = 0; step < Steps; step++)
        {
            var input = encoder.Input;
            long[] note = [input.Pitch, input.Gap, input.Duration], place = [input.Place, input.Meter, input.Bar];
            long[] hint = [input.Hint.Pitch, input.Hint.Gap, input.Hint.Duration, input.Hint.Length];
            var expected = _model.Step(Of(note, 1, 3), Of(place, 1, 3), Of(hint, 1, 4), torchPast);
            var actual = _onnx.Step(note, place, hint, 1, past);
            (torchPast, past) = (expected.Present, actual.Present);
            string where = $"step {step + 1}";
            CompareAll("present", where, expected.Present, actual.Present);
            Compare("hidden", where, expected.Hidden, actual.Hidden);
            // A melody that ends or waits would test nothing more.
            int gap = Choose("gap", where, expected.Gap, actual.Gap, Vocabulary.ExactTicks + 1);
            encoder.Push(CheckHeads(where, expected.Hidden, actual.Hidden, gap, encoder.PlaceAt(encoder.Onset + gap)));
        }
    }

    private NoteStep CheckHeads(string where, Tensor torchHidden, float[] hidden, long gap, long place)
    {
        int pitch = Choose("pitch", where, _model.Pitch(torchHidden, Of([gap], 1), Of([place], 1)),
            _onnx.Head(GraphRole.Pitch, hidden, 1, ("gap", [gap]), ("place", [place])));
        int duration = Choose("duration", where, _model.Duration(torchHidden, Of([gap], 1), Of([pitch], 1), Of([place], 1)),
            _onnx.Head(GraphRole.Duration, hidden, 1, ("gap", [gap]), ("pitch", [pitch]), ("place", [place])));
        int velocity = Choose("velocity", where, _model.Velocity(torchHidden, Of([pitch], 1), Of([duration], 1), Of([place], 1)),
            _onnx.Head(GraphRole.Velocity, hidden, 1, ("pitch", [pitch]), ("duration", [duration]), ("place", [place])));
        return new((int)gap, pitch, duration, velocity);
    }

    private void CheckPrefill()
    {
        var random = new Random(1);
        long[] Draw(params int[] classes)
        {
            long[] drawn = new long[PrefillTunes * PrefillSteps * classes.Length];
            for (int i = 0; i < drawn.Length; i++)
                drawn[i] = random.Next(classes[i % classes.Length]);
            return drawn;
        }
        float[][] past = _onnx.EmptyPast(PrefillTunes);
        Tensor[] torchPast = [];
        for (int pass = 0; pass < 2; pass++)    // from nothing, then from where that ended
        {
            string where = $"prefill {pass + 1}";
            long[] note = Draw(Vocabulary.Pitches + 1, Vocabulary.Gaps + 1, Vocabulary.Durations + 1);
            long[] place = Draw(Vocabulary.Places, Vocabulary.Meters, Vocabulary.BarCycle);
            long[] hint = Draw(Vocabulary.Pitches + 1, Vocabulary.Gaps + 1, Vocabulary.Durations + 1, MotifHint.Lengths);
            var expected = _model.Step(Of(note, PrefillSteps, 3), Of(place, PrefillSteps, 3), Of(hint, PrefillSteps, 4), torchPast);
            var actual = _onnx.Step(note, place, hint, PrefillTunes, past);
            (torchPast, past) = (expected.Present, actual.Present);
            CompareAll("present", where, expected.Present, actual.Present);
            Compare("gap", where, expected.Gap, actual.Gap);
            long[] gap = Draw(Vocabulary.Gaps), at = Draw(Vocabulary.Places), pitch = Draw(Vocabulary.Pitches), duration = Draw(Vocabulary.Durations);
            var (tGap, tAt, tPitch, tDuration) = (Of(gap, PrefillSteps), Of(at, PrefillSteps), Of(pitch, PrefillSteps), Of(duration, PrefillSteps));
            Compare("pitch", where, _model.Pitch(expected.Hidden, tGap, tAt),
                _onnx.Head(GraphRole.Pitch, actual.Hidden, PrefillTunes, ("gap", gap), ("place", at)));
            Compare("duration", where, _model.Duration(expected.Hidden, tGap, tPitch, tAt),
                _onnx.Head(GraphRole.Duration, actual.Hidden, PrefillTunes, ("gap", gap), ("pitch", pitch), ("place", at)));
            Compare("velocity", where, _model.Velocity(expected.Hidden, tPitch, tDuration, tAt),
                _onnx.Head(GraphRole.Velocity, actual.Hidden, PrefillTunes, ("pitch", pitch), ("duration", duration), ("place", at)));
        }
    }

    private int Choose(string what, string where, Tensor expected, float[] actual, int classes = int.MaxValue)
    {
        float[] values = Compare(what, where, expected, actual);
        int choice = Likeliest(values, classes), chosen = Likeliest(actual, classes);
        return choice == chosen
            ? choice
            : throw new InvalidOperationException($"export refused: at {where} the graphs choose {what} {chosen} where the model chooses {choice}; this is a fault in the trainer's ONNX writer, please report it.");
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
            throw new InvalidOperationException($"export refused: at {where} the graphs give {actual.Length} numbers for {what} where the model gives {values.Length}; this is a fault in the trainer's ONNX writer, please report it.");
        for (int i = 0; i < values.Length; i++)
        {
            double difference = Math.Abs(values[i] - actual[i]);
            if (!(difference <= Tolerance))    // also when it is no number
                throw new InvalidOperationException($"export refused: at {where} the graphs differ from the model by {difference:G3} in {what}, more than {Tolerance}; this is a fault in the trainer's ONNX writer, please report it.");
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

    private static Tensor Of(long[] classes, long n) => tensor(classes, [classes.Length / n, n], ScalarType.Int64);

    private static Tensor Of(long[] classes, long n, long columns) => tensor(classes, [classes.Length / n / columns, n, columns], ScalarType.Int64);
}
