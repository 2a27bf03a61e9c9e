using System.Numerics;

namespace ComposerPlugin.Music;

/// <summary>
/// The lines on which notes may begin: a set of places inside the quarter note, repeated from each bar line on. Every bar line is a grid line.
/// </summary>
/// <param name="Positions">Bit k is set when the k-th tick of a quarter is a line; bit 0 always is.</param>
public readonly record struct Grid(uint Positions)
{
    /// <summary>Quarters.</summary>
    public static Grid Quarter { get; } = Every(24);

    /// <summary>Eighths.</summary>
    public static Grid Eighth { get; } = Every(12);

    /// <summary>Eighth triplets.</summary>
    public static Grid EighthTriplet { get; } = Every(8);

    /// <summary>Sixteenths.</summary>
    public static Grid Sixteenth { get; } = Every(6);

    /// <summary>Sixteenths and eighth triplets.</summary>
    public static Grid SixteenthAndTriplet { get; } = new(Every(6).Positions | Every(8).Positions);

    /// <summary>Sixteenth triplets.</summary>
    public static Grid SixteenthTriplet { get; } = Every(4);

    /// <summary>Thirty-seconds.</summary>
    public static Grid ThirtySecond { get; } = Every(3);

    /// <summary>Every tick.</summary>
    public static Grid Tick { get; } = Every(1);

    /// <summary>Whether a tick, counted from a bar line, is a grid line.</summary>
    public bool Contains(int barPosition) => (Positions >> (barPosition % Ticks.PerQuarter) & 1) != 0;

    /// <summary>The first grid line at or after a place in the bar; at the latest the next bar line.</summary>
    /// <param name="barPosition">Ticks from the bar line, 0 up to the bar's length.</param>
    /// <param name="barTicks">The bar's length in ticks.</param>
    public int AtOrAfter(int barPosition, int barTicks)
    {
        uint here = Positions >> (barPosition % Ticks.PerQuarter);
        int ahead = here != 0 ? BitOperations.TrailingZeroCount(here) : Ticks.PerQuarter - (barPosition % Ticks.PerQuarter);
        return Math.Min(barPosition + ahead, barTicks);
    }

    /// <summary>The last grid line at or before a place in the bar.</summary>
    /// <param name="barPosition">Ticks from the bar line, at least 0.</param>
    public int AtOrBefore(int barPosition)
    {
        int within = barPosition % Ticks.PerQuarter;
        uint upToHere = Positions & ((2u << within) - 1);
        return barPosition - within + BitOperations.Log2(upToHere);
    }

    /// <summary>The grid line nearest to a place in the bar; the later one when half-way (see <see cref="Ticks.TieBias"/>).</summary>
    /// <param name="barPosition">Ticks from the bar line, 0 up to the bar's length, not rounded.</param>
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
        uint places = 0;
        for (int barPosition = 0; barPosition < Ticks.PerQuarter; barPosition += ticks)
            places |= 1u << barPosition;
        return new(places);
    }
}
