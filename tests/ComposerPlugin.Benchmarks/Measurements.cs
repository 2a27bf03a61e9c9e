using System.Globalization;

namespace ComposerPlugin.Benchmarks;

/// <summary>Many measurements of one thing.</summary>
internal sealed class Measurements
{
    private readonly List<double> _values = new(1 << 16);

    public int Count => _values.Count;

    public double Worst => _values.Count == 0 ? 0 : _values.Max();

    public void Add(double value) => _values.Add(value);

    /// <summary>The value that a share of the measurements did not exceed.</summary>
    /// <param name="percent">0 to 100.</param>
    public double Percentile(double percent)
    {
        if (_values.Count == 0)
            return 0;
        var sorted = _values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public string Summary(string unit) => string.Create(CultureInfo.InvariantCulture,
        $"p50 {Percentile(50):0.00} {unit}, p99 {Percentile(99):0.00} {unit}, p99.9 {Percentile(99.9):0.00} {unit}, "
        + $"worst {Worst:0.00} {unit}, {Count} measured");
}
