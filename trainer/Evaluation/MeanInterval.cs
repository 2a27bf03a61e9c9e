namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>A mean and its 95 % confidence interval, 1.96 standard errors on each side.</summary>
internal readonly record struct MeanInterval(double Mean, double Low, double High)
{
    private const double StandardErrors = 1.96;

    /// <summary>Computes the interval; 0 if there are no values.</summary>
    public static MeanInterval FromValues(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
            return default;
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(values.Count - 1, 1);
        double reach = StandardErrors * Math.Sqrt(variance / values.Count);
        return new(mean, mean - reach, mean + reach);
    }
}
