using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>How near the onsets of a file are to the positions of the best-fitting grid.</summary>
/// <param name="MeanDistance">The mean distance to the nearest grid position, in ticks.</param>
/// <param name="ShareOfChance">That distance divided by the mean distance of random onsets: 0 on the grid, 1 at random.</param>
internal readonly record struct GridFit(double MeanDistance, double ShareOfChance)
{
    // A player who misses sixteenths by 30 ms at 120 bpm scores 0.5; random onsets are seldom below 0.8.
    private const double Worst = 0.65;

    private const int FewestNotes = 16;
    private const int BinsPerTick = 8;
    private const int Bins = Ticks.PerQuarter * BinsPerTick;

    private static readonly Grid[] _grids =
    [
        Grid.Quarter, Grid.Eighth, Grid.EighthTriplet, Grid.Sixteenth, Grid.SixteenthTriplet, Grid.ThirtySecond,
        Grid.SixteenthAndTriplet, new(Grid.ThirtySecond.Positions | Grid.SixteenthTriplet.Positions),
    ];

    /// <summary>Whether the file was played or written to a beat. True for fewer than 16 notes, which fit some grid by chance.</summary>
    public bool IsOnGrid => ShareOfChance <= Worst;

    /// <summary>Fits the grids to onsets; a grid may begin at any tick.</summary>
    /// <param name="onsets">Onsets in ticks, with fractions.</param>
    public static GridFit Measure(IReadOnlyList<double> onsets)
    {
        if (onsets.Count < FewestNotes)
            return default;
        double[] density = new double[Bins];
        foreach (double onset in onsets)
            density[(int)(Math.Round(onset * BinsPerTick) % Bins + Bins) % Bins] += 1.0 / onsets.Count;
        return _grids.SelectMany(grid => Fits(grid, density)).MinBy(fit => fit.ShareOfChance);
    }

    private static IEnumerable<GridFit> Fits(Grid grid, double[] density)
    {
        double[] distances = [.. Enumerable.Range(0, Bins).Select(bin => Distance(grid, (double)bin / BinsPerTick))];
        double chance = distances.Average();
        for (int shift = 0; shift < Bins; shift += BinsPerTick)
        {
            double mean = 0;
            for (int bin = 0; bin < Bins; bin++)
                mean += density[bin] * distances[(bin + shift) % Bins];
            yield return new(mean, mean / chance);
        }
    }

    private static double Distance(Grid grid, double position) =>
        Math.Abs(position - grid.Snap(position, Ticks.PerQuarter));
}
