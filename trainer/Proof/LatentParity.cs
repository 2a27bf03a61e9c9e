using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Proof;

/// <summary>
/// Checks the graphs of a variational model: the encoder's against the model's encoder, and the decoder's with latents other than 0.
/// </summary>
internal static class LatentParity
{
    private const int Segments = 3;
    private const int Latents = 2;

    private static readonly int[] _lengths = [1, 2, 9, 40];

    /// <summary>Compares the graphs with the model.</summary>
    /// <returns>The largest difference of a latent value or a logit.</returns>
    /// <exception cref="InvalidOperationException">The difference exceeds <see cref="Parity.Tolerance"/>.</exception>
    public static double Check(VariationalModel model, OnnxMelody onnx)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var random = new Random(1);
        double worst = 0;
        foreach (int n in _lengths)
        {
            long[] note = Draw(random, n, Vocabulary.Pitches + 1, Vocabulary.Iois + 1, Vocabulary.Durations + 1);
            long[] barPosition = Draw(random, n, Vocabulary.BarPositions, Vocabulary.Meters, Vocabulary.BarCycle, KeyTracker.Keys);
            var (mean, logVariance) = model.Encode(
                ClassTensor(note, n, Column.NoteColumns), ClassTensor(barPosition, n, Column.BarPositionColumns));
            var actual = onnx.Encode(note, barPosition, Segments);
            double meanDifference = Difference(GraphPorts.Mean, n, mean, actual.Mean);
            double logVarianceDifference = Difference(GraphPorts.LogVariance, n, logVariance, actual.LogVariance);
            worst = Math.Max(worst, Math.Max(meanDifference, logVarianceDifference));
        }
        return Math.Max(worst, AtLatents(model, onnx, random));
    }

    private static double AtLatents(VariationalModel model, OnnxMelody onnx, Random random)
    {
        double worst = 0;
        try
        {
            for (int i = 0; i < Latents; i++)
            {
                onnx.Latent = [.. Enumerable.Range(0, model.LatentSize).Select(_ => (float)((random.NextDouble() * 4) - 2))];
                model.Latent = tensor(onnx.Latent, [1, model.LatentSize]);
                worst = Math.Max(worst, Parity.Check(model, onnx));
            }
            return worst;
        }
        finally
        {
            (model.Latent, onnx.Latent) = (null, null);
        }
    }

    private static double Difference(string what, int n, Tensor expected, float[] actual)
    {
        double worst = expected.Values().Zip(actual, (one, other) => (double)Math.Abs(one - other)).DefaultIfEmpty(double.NaN).Max();
        return worst <= Parity.Tolerance
            ? worst
            : throw new InvalidOperationException(
                $"export refused: for {n} steps the encoder's graph differs from the model by {worst:G3} in {what}, "
                + $"more than {Parity.Tolerance}; {Parity.WriterBug}");
    }

    private static long[] Draw(Random random, int n, params int[] classes) =>
        [.. Enumerable.Range(0, Segments * n * classes.Length).Select(i => (long)random.Next(classes[i % classes.Length]))];

    private static Tensor ClassTensor(long[] classes, int n, int columns) => tensor(classes, [Segments, n, columns], ScalarType.Int64);
}
