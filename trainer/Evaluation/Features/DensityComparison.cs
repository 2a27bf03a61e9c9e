using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Compares two densities. The integrals extend five bandwidths beyond all samples, so that equal densities have an overlapped area of 1.
/// </summary>
/// <param name="OverlappedArea">The integral of the smaller density at each point, 0 to 1.</param>
/// <param name="Divergence">The Kullback-Leibler divergence of the second from the first, in nats.</param>
internal readonly record struct DensityComparison(double OverlappedArea, double Divergence)
{
    private const int PointsEach = 512;
    private const double Reach = 5;

    // Replaces densities that underflow.
    private const double Smallest = 1e-300;

    /// <summary>Compares two densities.</summary>
    public static DensityComparison Compare(KernelDensity first, KernelDensity second)
    {
        // Each density has its own points: one even grid would miss a narrow density beside a wide one.
        double[] points = [.. Points(first).Concat(Points(second)).Order()];
        var (area, divergence) = (0.0, 0.0);
        var (lastSmaller, lastTerm) = (0.0, 0.0);
        for (int i = 0; i < points.Length; i++)
        {
            var (one, other) = (first.At(points[i]), second.At(points[i]));
            double smaller = Math.Min(one, other);
            double term = one <= Smallest ? 0 : one * Math.Log(one / Math.Max(other, Smallest));
            if (i > 0)
            {
                double width = points[i] - points[i - 1];
                area += width * (smaller + lastSmaller) / 2;
                divergence += width * (term + lastTerm) / 2;
            }
            (lastSmaller, lastTerm) = (smaller, term);
        }
        return new(Math.Clamp(area, 0, 1), Math.Max(divergence, 0));
    }

    private static IEnumerable<double> Points(KernelDensity density)
    {
        double from = density.Lowest - (Reach * density.Bandwidth), to = density.Highest + (Reach * density.Bandwidth);
        return Enumerable.Range(0, PointsEach).Select(i => from + ((to - from) * i / (PointsEach - 1)));
    }
}
