namespace ComposerPlugin.Music;

/// <summary>Where bar lines are.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="BarLine">A tick at which a bar of it begins.</param>
public readonly record struct BarGrid(Meter Meter, long BarLine)
{
    /// <summary>Ticks from the bar line at or before a tick.</summary>
    public int BarPositionOf(long tick)
    {
        int bar = Meter.BarTicks;
        return (int)((((tick - BarLine) % bar) + bar) % bar);
    }

    /// <summary>The bar line at or before a tick.</summary>
    public long BarLineBefore(long tick) => tick - BarPositionOf(tick);

    /// <summary>Whether a note may begin at a tick.</summary>
    public bool IsLine(long tick, Grid grid) => grid.Contains(BarPositionOf(tick));

    /// <summary>The first tick from this one on at which a note may begin.</summary>
    public long LineAtOrAfter(long tick, Grid grid)
    {
        int barPosition = BarPositionOf(tick);
        return tick - barPosition + grid.AtOrAfter(barPosition, Meter.BarTicks);
    }
}
