namespace ComposerPlugin.Music;

/// <summary>A row of a piano roll: whole bars.</summary>
/// <param name="BarLines">The bar lines in ticks: where each bar begins, and the end of the last.</param>
/// <param name="FirstBar">The number of the first bar; 1 is the first of the piece.</param>
/// <param name="Meters">The meter of each bar.</param>
internal sealed record PianoRollRow(IReadOnlyList<double> BarLines, int FirstBar, IReadOnlyList<Meter> Meters)
{
    /// <summary>Where the row begins, in ticks.</summary>
    public double Begin => BarLines[0];

    /// <summary>Where it ends.</summary>
    public double End => BarLines[^1];

    /// <summary>Breaks a piece into rows of about the same length.</summary>
    /// <param name="meters">Meter changes by time; the first is at tick 0.</param>
    /// <param name="end">The end of the piece in ticks.</param>
    /// <param name="longest">The most ticks of a row of several bars.</param>
    public static IReadOnlyList<PianoRollRow> Break(IReadOnlyList<MeterChange> meters, double end, double longest)
    {
        var rows = new List<PianoRollRow>();
        int firstBar = meters[0].Meter.BarTicks;
        longest = Math.Min(longest, Math.Ceiling(end / Math.Ceiling(end / longest) / firstBar) * firstBar);
        List<double> lines = [0];
        List<Meter> row = [];
        for (int change = 0, bar = 1; ; bar++)
        {
            while (change + 1 < meters.Count && meters[change + 1].Tick <= lines[^1] + 0.5)
                change++;
            var meter = meters[change].Meter;
            if (row.Count > 0 && lines[^1] + meter.BarTicks - lines[0] > longest)
            {
                rows.Add(new(lines, bar - row.Count, row));
                (lines, row) = ([lines[^1]], []);
            }
            lines.Add(lines[^1] + meter.BarTicks);
            row.Add(meter);
            if (lines[^1] >= end)
            {
                rows.Add(new(lines, bar - row.Count + 1, row));
                return rows;
            }
        }
    }
}
