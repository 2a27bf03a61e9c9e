namespace ComposerPlugin.Trainer.Data;

/// <summary>Draws bars at random, with replacement, in proportion to their weights.</summary>
internal sealed class BarSampler
{
    private readonly BarPair[] _pairs;

    // The running sum of the weights.
    private readonly double[] _cumulative;

    public BarSampler(BarPair[] pairs)
    {
        (_pairs, _cumulative) = (pairs, new double[pairs.Length]);
        double sum = 0;
        for (int i = 0; i < pairs.Length; i++)
            _cumulative[i] = sum += pairs[i].Weight;
    }

    /// <summary>Draws bars; a bar may be drawn more than once.</summary>
    public BarPair[] Draw(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Draw(random))];

    private BarPair Draw(Random random)
    {
        int found = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _pairs[Math.Min(found < 0 ? ~found : found + 1, _pairs.Length - 1)];
    }
}
