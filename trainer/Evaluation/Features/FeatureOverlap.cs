using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Compares the distribution of a feature in generated and human segments (Yang and Lerch 2018): the density of the Euclidean distances
/// between human segments (intra-set) with the density of those from generated to human segments (inter-set).
/// </summary>
/// <param name="Feature">The feature.</param>
/// <param name="OverlappedArea">The densities' overlapped area: 1 if generated segments are distributed like human ones.</param>
/// <param name="Divergence">The Kullback-Leibler divergence of the inter-set from the intra-set density, in nats: 0 then.</param>
internal sealed record FeatureOverlap(MelodyFeature Feature, double OverlappedArea, double Divergence)
{
    /// <summary>The fewest segments with a distribution of distances.</summary>
    public const int FewestSegments = 3;

    /// <summary>Compares segments.</summary>
    public static FeatureOverlap Measure(MelodyFeature feature, IReadOnlyList<Phrase> human, IReadOnlyList<Phrase> generated)
    {
        double[][] features = [.. human.Select(feature.Compute)];
        var intra = new List<double>();
        for (int i = 0; i < features.Length; i++)
        {
            for (int j = 0; j < features.Length; j++)
            {
                if (i != j)
                    intra.Add(Distance(features[i], features[j]));
            }
        }
        var inter = generated.Select(feature.Compute).SelectMany(own => features.Select(other => Distance(own, other))).ToList();
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
