namespace ComposerPlugin.Music;

/// <summary>The positions of bar lines: one meter, anchored at one bar line.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="BarLine">The tick of any bar line.</param>
public readonly record struct BarGrid(Meter Meter, long BarLine)
{
    /// <summary>The position in the bar of a tick: 0 to <see cref="Meter.BarTicks"/> - 1.</summary>
    public int BarPositionOf(long tick)
    {
        int bar = Meter.BarTicks;
        return (int)((((tick - BarLine) % bar) + bar) % bar);
    }

    /// <summary>The bar line at or before a tick.</summary>
    public long BarLineBefore(long tick) => tick - BarPositionOf(tick);

    /// <summary>Whether a tick is a grid position.</summary>
    public bool IsLine(long tick, Grid grid) => grid.Contains(BarPositionOf(tick));

    /// <summary>The first grid position at or after a tick.</summary>
    public long LineAtOrAfter(long tick, Grid grid)
    {
        int barPosition = BarPositionOf(tick);
        return tick - barPosition + grid.AtOrAfter(barPosition, Meter.BarTicks);
    }
}
