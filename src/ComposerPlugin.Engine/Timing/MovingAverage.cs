namespace ComposerPlugin.Engine;

/// <summary>The mean of the last whole numbers: exact, so that it does not depend on the order of rounding.</summary>
/// <param name="window">How many count.</param>
internal sealed class MovingAverage(int window)
{
    private readonly int[] _last = new int[window];
    private int _next;
    private int _sum;

    /// <summary>How many there are, at most the window.</summary>
    public int Count { get; private set; }

    /// <summary>Their mean; 0 when there are none.</summary>
    public double Mean => Count == 0 ? 0 : (double)_sum / Count;

    /// <summary>Adds a number; the oldest makes way.</summary>
    public void Add(int value)
    {
        _sum += value - (Count == _last.Length ? _last[_next] : 0);
        _last[_next] = value;
        _next = (_next + 1) % _last.Length;
        Count = Math.Min(Count + 1, _last.Length);
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => (_next, _sum, Count) = (0, 0, 0);
}
