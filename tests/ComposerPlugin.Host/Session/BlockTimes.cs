namespace ComposerPlugin.Host;

/// <summary>How long the process calls of a session took.</summary>
public sealed class BlockTimes
{
    private long[] _ticks = new long[1 << 16];

    /// <summary>Number of calls.</summary>
    public int Count { get; private set; }

    /// <summary>Mean.</summary>
    public TimeSpan Mean => Count == 0 ? default : new((long)_ticks.Take(Count).Average());

    /// <summary>The longest.</summary>
    public TimeSpan Worst => Count == 0 ? default : new(_ticks.Take(Count).Max());

    /// <summary>The time that a share of the calls did not exceed.</summary>
    /// <param name="percent">0 to 100.</param>
    public TimeSpan Percentile(double percent)
    {
        if (Count == 0)
            return default;
        long[] sorted = _ticks[..Count];
        Array.Sort(sorted);
        return new(sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * Count) - 1, 0, Count - 1)]);
    }

    internal void Add(TimeSpan time)
    {
        if (Count == _ticks.Length)
            Array.Resize(ref _ticks, 2 * Count);
        _ticks[Count++] = time.Ticks;
    }
}
