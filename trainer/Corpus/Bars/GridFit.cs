using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How near the onsets of a file lie to the lines of the grid that fits them best.</summary>
/// <param name="MeanDistance">Ticks from the nearest line, on average.</param>
/// <param name="OfChance">The same as a share of what onsets strewn by chance have: 0 on the lines, 1 by chance.</param>
internal readonly record struct GridFit(double MeanDistance, double OfChance)
{
    // A player who misses sixteenths by 30 ms at 120 bpm has 0.5; onsets by chance are seldom below 0.8.
    private const double Worst = 0.65;

    private const int FewestNotes = 16;
    private const int BinsPerTick = 8;
    private const int Bins = Ticks.PerQuarter * BinsPerTick;

    private static readonly Grid[] _grids =
    [
        Grid.Quarter, Grid.Eighth, Grid.EighthTriplet, Grid.Sixteenth, Grid.SixteenthTriplet, Grid.ThirtySecond,
        Grid.SixteenthAndTriplet, new(Grid.ThirtySecond.Positions | Grid.SixteenthTriplet.Positions),
    ];

    /// <summary>Whether the file was played or written to the beat at all; a few notes fit by chance.</summary>
    public bool IsOnGrid => OfChance <= Worst;

    /// <summary>The fit of these onsets; the grid may begin at any tick.</summary>
    /// <param name="onsets">In ticks.</param>
    public static GridFit Of(IReadOnlyList<double> onsets)
    {
        if (onsets.Count < FewestNotes)
            return default;
        double[] places = new double[Bins];
        foreach (double onset in onsets)
            places[(int)(Math.Round(onset * BinsPerTick) % Bins + Bins) % Bins] += 1.0 / onsets.Count;
        return _grids.SelectMany(grid => Fits(grid, places)).MinBy(fit => fit.OfChance);
    }

    private static IEnumerable<GridFit> Fits(Grid grid, double[] places)
    {
        double[] distances = [.. Enumerable.Range(0, Bins).Select(bin => Distance(grid, (double)bin / BinsPerTick))];
        double chance = distances.Average();
        for (int shift = 0; shift < Bins; shift += BinsPerTick)
        {
            double mean = 0;
            for (int bin = 0; bin < Bins; bin++)
                mean += places[bin] * distances[(bin + shift) % Bins];
            yield return new(mean, mean / chance);
        }
    }

    private static double Distance(Grid grid, double place) =>
        Math.Abs(place - grid.Snap(place, Ticks.PerQuarter));
}
