using ComposerPlugin.Inference;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using Microsoft.ML.OnnxRuntime;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Proof;

/// <summary>
/// Checks that the graph of a bar generator gives the generator's output: for several bars at once, over 64 bars that each follow from the
/// previous one.
/// </summary>
internal static class BarParity
{
    private const int Bars = 64;
    private const int Batch = 3;

    /// <summary>Writes the graph into a folder and compares it with the model.</summary>
    /// <returns>The largest difference of a probability.</returns>
    /// <exception cref="InvalidOperationException">The difference exceeds <see cref="Parity.Tolerance"/>, or a played bar
    /// differs.</exception>
    public static double WriteAndCheck(AdversarialModel model, string folder)
    {
        string path = Path.Combine(folder, GraphRole.FileName(GraphRole.Bar));
        model.eval();
        model.Average.Write(path);
        return Check(model, path);
    }

    /// <inheritdoc cref="WriteAndCheck"/>
    public static double Check(AdversarialModel model, string path)
    {
        using var noGradients = no_grad();
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        using var session = new InferenceSession(path, options);
        var random = new Random(1);
        float[] previous = new float[Batch * BarRoll.Steps * BarRoll.Width];
        double worst = 0;
        for (int bar = 0; bar < Bars; bar++)
        {
            using var scope = NewDisposeScope();
            int length = BarRoll.Steps - (4 * (bar % 5));
            float[] noise = [.. Enumerable.Range(0, Batch * model.Noise).Select(_ => (float)((random.NextDouble() * 4) - 2))];
            float[] chord = new float[Batch * BarRoll.Chords], inside = new float[Batch * BarRoll.Steps];
            for (int i = 0; i < Batch; i++)
            {
                chord[(i * BarRoll.Chords) + random.Next(BarRoll.Chords)] = 1;
                inside.AsSpan(i * BarRoll.Steps, length).Fill(1);
            }
            var within = tensor(inside, [Batch, BarRoll.Steps]);
            var before = tensor(previous, [Batch, BarRoll.Steps, BarRoll.Width]);
            var logits = model.Average.Forward(
                tensor(noise, [Batch, model.Noise]), before, tensor(chord, [Batch, BarRoll.Chords]), within);
            float[] expected = BarGenerator.Probabilities(logits, before, within).Values();
            float[] actual = Run(session, noise, previous, chord, inside);
            for (int i = 0; i < expected.Length; i++)
                worst = Math.Max(worst, double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(expected[i] - actual[i]));
            if (!(worst <= Parity.Tolerance))
            {
                throw new InvalidOperationException(
                    $"export refused: at bar {bar + 1} the graph differs from the generator by {worst:G3}, more than {Parity.Tolerance}; "
                    + Parity.WriterBug);
            }
            previous = PlayedBars(expected, actual, length, bar);
        }
        return worst;
    }

    // The played bars, which must be equal, are the previous bars of the next step.
    private static float[] PlayedBars(float[] expected, float[] actual, int length, int bar)
    {
        int size = BarRoll.Steps * BarRoll.Width;
        float[] rolls = new float[Batch * size], others = new float[Batch * size];
        var roll = new BarRoll();
        for (int i = 0; i < Batch; i++)
        {
            roll.Read(expected.AsSpan(i * size, size), length, -1);
            roll.Write(rolls.AsSpan(i * size, size));
            roll.Read(actual.AsSpan(i * size, size), length, -1);
            roll.Write(others.AsSpan(i * size, size));
        }
        return rolls.AsSpan().SequenceEqual(others)
            ? rolls
            : throw new InvalidOperationException(
                $"export refused: at bar {bar + 1} the graph plays a different bar than the generator; {Parity.WriterBug}");
    }

    private static float[] Run(InferenceSession session, float[] noise, float[] previous, float[] chord, float[] inside)
    {
        using var run = new RunOptions();
        using var noiseValue = OrtValue.CreateTensorValueFromMemory(noise, [Batch, noise.Length / Batch]);
        using var previousValue = OrtValue.CreateTensorValueFromMemory(previous, [Batch, BarRoll.Steps, BarRoll.Width]);
        using var chordValue = OrtValue.CreateTensorValueFromMemory(chord, [Batch, BarRoll.Chords]);
        using var insideValue = OrtValue.CreateTensorValueFromMemory(inside, [Batch, BarRoll.Steps]);
        using var results = session.Run(
            run, [GraphPorts.Noise, GraphPorts.Previous, GraphPorts.Chord, GraphPorts.Inside],
            [noiseValue, previousValue, chordValue, insideValue], [GraphPorts.Roll]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
