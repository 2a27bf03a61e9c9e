using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// How well a feature of generated passages is spread like that of human ones (Yang and Lerch 2018): the density of the Euclidean
/// distances from each human passage to every other (intra-set) is compared with that of the distances from each generated to every
/// human passage (inter-set).
/// </summary>
/// <param name="Feature">The feature.</param>
/// <param name="OverlappedArea">The densities' overlapped area: 1 when generated passages lie among the human ones as those do.</param>
/// <param name="Divergence">Kullback-Leibler divergence of the inter-set from the intra-set density, in nats: 0 then.</param>
internal sealed record FeatureOverlap(MelodyFeature Feature, double OverlappedArea, double Divergence)
{
    /// <summary>Fewer passages have no distribution of distances.</summary>
    public const int FewestSegments = 3;

    public static FeatureOverlap Measure(MelodyFeature feature, IReadOnlyList<Phrase> human, IReadOnlyList<Phrase> generated)
    {
        double[][] of = [.. human.Select(feature.Compute)];
        var intra = new List<double>();
        for (int i = 0; i < of.Length; i++)
        {
            for (int j = 0; j < of.Length; j++)
            {
                if (i != j)
                    intra.Add(Distance(of[i], of[j]));
            }
        }
        var inter = generated.Select(feature.Compute).SelectMany(one => of.Select(other => Distance(one, other))).ToList();
        var comparison = DensityComparison.Compare(new(intra), new(inter));
        return new(feature, comparison.OverlappedArea, comparison.Divergence);
    }

    private static double Distance(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        return Math.Sqrt(sum);
    }
}
