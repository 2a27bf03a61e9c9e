using System.Numerics;

namespace ComposerPlugin.Music;

/// <summary>
/// A quantization grid: the ticks of a quarter note at which notes may start, repeated from each bar line. Every bar line is a grid
/// position.
/// </summary>
/// <param name="Positions">Bit k is set if tick k of the quarter (0 to 23) is a grid position; bit 0 is always set.</param>
public readonly record struct Grid(uint Positions)
{
    /// <summary>Quarter notes.</summary>
    public static Grid Quarter { get; } = Every(24);

    /// <summary>Eighth notes.</summary>
    public static Grid Eighth { get; } = Every(12);

    /// <summary>Eighth triplets.</summary>
    public static Grid EighthTriplet { get; } = Every(8);

    /// <summary>Sixteenth notes.</summary>
    public static Grid Sixteenth { get; } = Every(6);

    /// <summary>Sixteenth notes and eighth triplets.</summary>
    public static Grid SixteenthAndTriplet { get; } = new(Every(6).Positions | Every(8).Positions);

    /// <summary>Sixteenth triplets.</summary>
    public static Grid SixteenthTriplet { get; } = Every(4);

    /// <summary>Thirty-second notes.</summary>
    public static Grid ThirtySecond { get; } = Every(3);

    /// <summary>Every tick.</summary>
    public static Grid Tick { get; } = Every(1);

    /// <summary>Whether a position in the bar, in ticks, is a grid position.</summary>
    public bool Contains(int barPosition) => (Positions >> (barPosition % Ticks.PerQuarter) & 1) != 0;

    /// <summary>
    /// The first grid position at or after a position in the bar, in ticks; at most <paramref name="barTicks"/>, the next bar line.
    /// </summary>
    /// <param name="barPosition">Ticks from the bar line, 0 to <paramref name="barTicks"/>.</param>
    /// <param name="barTicks">The bar's length in ticks.</param>
    public int AtOrAfter(int barPosition, int barTicks)
    {
        uint here = Positions >> (barPosition % Ticks.PerQuarter);
        int ahead = here != 0 ? BitOperations.TrailingZeroCount(here) : Ticks.PerQuarter - (barPosition % Ticks.PerQuarter);
        return Math.Min(barPosition + ahead, barTicks);
    }

    /// <summary>The last grid position at or before a position in the bar, in ticks.</summary>
    /// <param name="barPosition">Ticks from the bar line, at least 0.</param>
    public int AtOrBefore(int barPosition)
    {
        int within = barPosition % Ticks.PerQuarter;
        uint upToHere = Positions & ((2u << within) - 1);
        return barPosition - within + BitOperations.Log2(upToHere);
    }

    /// <summary>
    /// The grid position nearest to a position in the bar, in ticks; a tie goes to the later one (see <see cref="Ticks.TieBias"/>).
    /// </summary>
    /// <param name="barPosition">Ticks from the bar line, not rounded, 0 to <paramref name="barTicks"/>.</param>
    /// <param name="barTicks">The bar's length in ticks.</param>
    public int Snap(double barPosition, int barTicks)
    {
        int floor = Math.Clamp((int)barPosition, 0, barTicks - 1);
        int before = AtOrBefore(floor);
        int after = AtOrAfter(floor + 1, barTicks);
        return after - barPosition <= barPosition - before + (2 * Ticks.TieBias) ? after : before;
    }

    private static Grid Every(int ticks)
    {
        uint positions = 0;
        for (int position = 0; position < Ticks.PerQuarter; position += ticks)
            positions |= 1u << position;
        return new(positions);
    }
}
