namespace ComposerPlugin.Music;

/// <summary>
/// Where bar lines are: all arithmetic of bars. Positions are in ticks on any clock; a position between ticks is a double.
/// </summary>
/// <param name="Meter">The meter.</param>
/// <param name="BarLine">A tick at which a bar begins; others follow at every multiple of the meter's bar, in both directions.</param>
public readonly record struct BarGrid(Meter Meter, long BarLine)
{
    /// <summary>The number of the bar around a tick; 0 is the bar that begins at <see cref="BarLine"/>.</summary>
    public long BarOf(long tick)
    {
        long ticks = tick - BarLine;
        return (ticks / Meter.BarTicks) - (ticks % Meter.BarTicks < 0 ? 1 : 0);
    }

    /// <summary>The number of the bar around a position; 0 is the bar that begins at <see cref="BarLine"/>.</summary>
    public long BarOf(double position) => (long)Math.Floor((position - BarLine) / Meter.BarTicks);

    /// <summary>The position in the bar: ticks from the bar line at or before a tick.</summary>
    public int BarPositionOf(long tick) => (int)(tick - BarLineBefore(tick));

    /// <summary>The bar line at or before a tick.</summary>
    public long BarLineBefore(long tick) => BarLine + (BarOf(tick) * Meter.BarTicks);

    /// <summary>The bar line at or before a position.</summary>
    public long BarLineBefore(double position) => BarLine + (BarOf(position) * Meter.BarTicks);

    /// <summary>The same bars, counted from the bar line at or before a tick.</summary>
    public BarGrid From(long tick) => this with { BarLine = BarLineBefore(tick) };

    /// <summary>Whether a tick is on the grid.</summary>
    public bool IsOnGrid(long tick, Grid grid) => grid.Contains(BarPositionOf(tick));

    /// <summary>The first tick on the grid at or after a tick.</summary>
    public long AtOrAfter(long tick, Grid grid)
    {
        int barPosition = BarPositionOf(tick);
        return tick - barPosition + grid.AtOrAfter(barPosition, Meter.BarTicks);
    }

    /// <summary>The tick on the grid nearest to a position; the later one when half-way.</summary>
    public long Quantize(double position, Grid grid)
    {
        long barLine = BarLineBefore(position);
        return barLine + grid.Snap(position - barLine, Meter.BarTicks);
    }
}
