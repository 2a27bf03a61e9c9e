namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// A Gaussian kernel density estimate with Scott's bandwidth (the samples' standard deviation times n to the power of -1/5). If all samples
/// are equal, the bandwidth is a thousandth of their value, at least 0.001.
/// </summary>
internal sealed class KernelDensity
{
    private const double NarrowestShare = 1e-3;

    // Distances repeat often: each value is stored once with its frequency.
    private readonly (double Value, double Weight)[] _samples;

    /// <summary>Estimates the density of at least one sample.</summary>
    public KernelDensity(IReadOnlyList<double> samples)
    {
        double mean = samples.Average();
        double deviation = Math.Sqrt(samples.Sum(sample => (sample - mean) * (sample - mean)) / Math.Max(samples.Count - 1, 1));
        Bandwidth = Math.Max(deviation * Math.Pow(samples.Count, -0.2), NarrowestShare * Math.Max(1, Math.Abs(mean)));
        _samples = [.. samples.GroupBy(sample => sample).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Count() / (double)samples.Count))];
    }

    /// <summary>The standard deviation of the kernels.</summary>
    public double Bandwidth { get; }

    /// <summary>The smallest sample.</summary>
    public double Lowest => _samples[0].Value;

    /// <summary>The largest sample.</summary>
    public double Highest => _samples[^1].Value;

    /// <summary>The density at a point.</summary>
    public double At(double point)
    {
        double sum = 0;
        foreach (var (value, weight) in _samples)
        {
            double distance = (point - value) / Bandwidth;
            sum += weight * Math.Exp(-0.5 * distance * distance);
        }
        return sum / (Bandwidth * Math.Sqrt(2 * Math.PI));
    }
}
