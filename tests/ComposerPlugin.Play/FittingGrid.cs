using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>The grids by the names of the control Grid, and which of them notes lie on.</summary>
internal static class FittingGrid
{
    // In ticks. Triplets lie 2 ticks off sixteenths; what is played by hand, less.
    private const double Far = 1.5;

    // The share of notes off the grid from which a hint helps.
    private const double Many = 0.2;

    private static readonly (string Name, Grid Grid)[] _grids =
    [
        ("1/4", Grid.Quarter), ("1/8", Grid.Eighth), ("1/16", Grid.Sixteenth), ("1/8 triplet", Grid.EighthTriplet),
        ("1/16 triplet", Grid.SixteenthTriplet), ("1/16 + triplets", Grid.SixteenthAndTriplet), ("1/32", Grid.ThirtySecond),
    ];

    /// <summary>The name of the grid that fits notes clearly better than the named one; null if that one fits.</summary>
    /// <param name="quarters">The onsets, in quarter notes.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="name">The name of the grid that is set.</param>
    public static string? Better(IReadOnlyList<double> quarters, SongBars bars, string name)
    {
        if (Array.Find(_grids, grid => grid.Name == name) is not { Name: not null } given)
            return null;
        int off = CountFar(quarters, bars, given.Grid);
        var (best, left) = _grids.Select(grid => (grid.Name, Far: CountFar(quarters, bars, grid.Grid))).MinBy(grid => grid.Far);
        return off >= Many * quarters.Count && left <= off / 2 ? best : null;
    }

    /// <summary>The name of the coarsest grid nearest to all notes.</summary>
    public static string Of(IReadOnlyList<double> quarters, SongBars bars) =>
        _grids.MinBy(grid => Math.Round(quarters.Max(quarter => Math.Abs(Deviation(quarter, bars, grid.Grid))), 1)).Name;

    /// <summary>How far a note lies behind the nearest line of a grid, in ticks.</summary>
    public static double Deviation(double quarter, SongBars bars, string name) =>
        Deviation(quarter, bars, Array.Find(_grids, grid => grid.Name == name).Grid);

    private static int CountFar(IReadOnlyList<double> quarters, SongBars bars, Grid grid) =>
        quarters.Count(quarter => Math.Abs(Deviation(quarter, bars, grid)) > Far);

    private static double Deviation(double quarter, SongBars bars, Grid grid)
    {
        double ticks = bars.TicksInBar(quarter);
        int barTicks = bars.MeterAt(quarter).BarTicks;
        return ticks - grid.Snap(Math.Clamp(ticks, 0, barTicks), barTicks);
    }
}
