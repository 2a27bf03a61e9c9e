using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>[audio] The player's micro-timing: mean lateness and swing of the last notes.</summary>
internal sealed class PlayerTiming
{
    private const int Window = 32;

    // The fewest notes for a mean.
    private const int FewestOnLines = 4;
    private const int FewestSwung = 2;

    private const double MostLate = 2;
    private const double MostSwing = 0.75;

    // Deviations are whole fractions of a tick, so that a performance has the same mean at every sample rate.
    private const int Parts = 32;

    private readonly MovingAverage _onLines = new(Window);
    private readonly MovingAverage _swung = new(Window);
    private int _pair;

    /// <summary>[audio] The mean lateness, in ticks; negative if early.</summary>
    public double Lateness => _onLines.Count < FewestOnLines ? 0 : Math.Clamp(_onLines.Mean / Parts, -Groove.MostAhead, MostLate);

    /// <summary>[audio] The share of a pair that its first note lasts; null if too few pairs were played.</summary>
    /// <param name="pair">The length of a pair, in ticks.</param>
    public double? Swing(int pair) => pair == 0 || pair != _pair || _swung.Count < FewestSwung
        ? null
        : Math.Clamp(0.5 + (((_swung.Mean / Parts) - Lateness) / pair), 0.5, MostSwing);

    /// <summary>[audio] Adds a note-on.</summary>
    /// <param name="position">Its position, in ticks.</param>
    /// <param name="line">The tick on the grid that it is quantized to.</param>
    /// <param name="span">The block.</param>
    /// <param name="pair">The length of a pair, in ticks; 0: none.</param>
    public void Hear(double position, long line, in BlockSpan span, int pair)
    {
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

    /// <summary>[audio] Resets.</summary>
    public void Clear()
    {
        _onLines.Clear();
        _swung.Clear();
    }
}
