namespace ComposerPlugin.Engine;

/// <summary>The mean of the last integers; exact, so that it does not depend on rounding.</summary>
/// <param name="window">The number of values.</param>
internal sealed class MovingAverage(int window)
{
    private readonly int[] _last = new int[window];
    private int _next;
    private int _sum;

    /// <summary>The number of values so far, at most the window.</summary>
    public int Count { get; private set; }

    /// <summary>The mean; 0 if there are none.</summary>
    public double Mean => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>Adds a value; the oldest is removed.</summary>
    public void Add(int value)
    {
        _sum += value - (Count == _last.Length ? _last[_next] : 0);
        _last[_next] = value;
        _next = (_next + 1) % _last.Length;
        Count = Math.Min(Count + 1, _last.Length);
    }

    /// <summary>Removes all.</summary>
    public void Clear() => (_next, _sum, Count) = (0, 0, 0);
}
