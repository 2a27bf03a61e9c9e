using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] How the player plays around the grid: how late the notes are on its lines, and how far they swing. Means over the last notes.</summary>
internal sealed class PlayerTiming
{
    private const int Window = 32;

    // Fewer say little.
    private const int FewestOnLines = 4;
    private const int FewestSwung = 2;

    private const double MostLate = 2;
    private const double MostSwing = 0.75;

    // Misses count in whole parts of a tick, so that a performance gives the same mean at every sample rate.
    private const int Parts = 32;

    private readonly MovingAverage _onLines = new(Window);
    private readonly MovingAverage _swung = new(Window);
    private int _pair;

    /// <summary>[audio] How many ticks late; below 0 for early.</summary>
    public double Lateness => _onLines.Count < FewestOnLines ? 0 : Math.Clamp(_onLines.Mean / Parts, -Groove.MostAhead, MostLate);

    /// <summary>[audio] How much of a pair its first note lasts; null where too few pairs were played.</summary>
    /// <param name="pair">Ticks in a pair.</param>
    public double? Swing(int pair) => pair == 0 || pair != _pair || _swung.Count < FewestSwung
        ? null
        : Math.Clamp(0.5 + (((_swung.Mean / Parts) - Lateness) / pair), 0.5, MostSwing);

    /// <summary>[audio] Hears where a note began.</summary>
    /// <param name="position">Where, in ticks.</param>
    /// <param name="line">The grid line that it is heard on.</param>
    /// <param name="span">The block it happens in.</param>
    /// <param name="grid">The grid.</param>
    public void Hear(double position, long line, in BlockSpan span, Grid grid)
    {
        int pair = Groove.PairOf(grid, span.Meter);
        if (pair != _pair)
            _swung.Clear();
        _pair = pair;
        int within = pair == 0 ? 0 : span.BarsAt(line).BarPositionOf(line) % pair;
        int miss = (int)Math.Floor(((position - line) * Parts) + 0.5 + Ticks.TieBias);
        if (within == 0)
            _onLines.Add(miss);
        else if (2 * within == pair)
            _swung.Add(miss);
    }

    /// <summary>[audio] Forgets all.</summary>
    public void Clear()
    {
        _onLines.Clear();
        _swung.Clear();
    }
}
