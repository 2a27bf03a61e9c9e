namespace ComposerPlugin.Trainer.Data;

/// <summary>Draws bars by chance, each as often as its weight says.</summary>
internal sealed class BarDraw
{
    private readonly BarPair[] _pairs;

    // The weights of each bar and all before it, added.
    private readonly double[] _upTo;

    public BarDraw(BarPair[] pairs)
    {
        (_pairs, _upTo) = (pairs, new double[pairs.Length]);
        double sum = 0;
        for (int i = 0; i < pairs.Length; i++)
            _upTo[i] = sum += pairs[i].Weight;
    }

    /// <summary>So many bars; one may come more than once.</summary>
    public BarPair[] Draw(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Draw(random))];

    private BarPair Draw(Random random)
    {
        int found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _pairs[Math.Min(found < 0 ? ~found : found + 1, _pairs.Length - 1)];
    }
}
