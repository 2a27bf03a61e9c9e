using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Finds the grid of a phrase from its last onsets: the one under which they are the likeliest, if each is off its line by a
/// normally distributed error, and finer grids are rarer. It depends on the positions of onsets, the meter and the tempo alone.
/// </summary>
public sealed class GridFinder
{
    private const int Window = 16;

    // With fewer onsets, the grid of the phrase before is kept.
    private const int FewestOnsets = 4;
    private const int FewestSwung = 2;

    // Onsets at most so many ticks apart are one chord.
    private const int Together = 2;

    // How far an onset is off its line, as standard deviation: of players who tap to a click, 10 to 20 ms; at least that in ticks.
    private const double ErrorSeconds = 0.015, LeastError = 0.75;

    // One ornament does not count for more.
    private const double MostCost = 8;

    // What lies so near to a beat is on it, and shows how late the player is.
    private const double NearBeat = 2, MostLate = 2;

    // Swing below is straight, and above dotted.
    private const double LeastSwing = 0.54, MostSwing = 0.71;

    // How much rarer a grid is than straight sixteenths, in the same unit as the costs of lines; less where the last phrase had it.
    private const double SwungEighths = 4, SwungSixteenths = 6, SameAgain = 2;

    // Positions are whole fractions of a tick, so that a performance has the same grid at every sample rate.
    private const int Parts = 32;

    // Not static: it would be allocated at the first note, on the audio thread.
    private readonly (Grid Grid, double Cost, GridLine[] Lines)[] _even =
    [
        (Grid.Sixteenth, 0, [new(0, 0.9), new(6, 1.9), new(12, 1.2), new(18, 1.9), new(24, 0.9)]),
        (Grid.SixteenthAndTriplet, 5,
            [new(0, 1.2), new(6, 2.3), new(8, 1.9), new(12, 1.6), new(16, 1.9), new(18, 2.3), new(24, 1.2)]),
        (Grid.EighthTriplet, 6, [new(0, 0.9), new(8, 1.2), new(16, 1.2), new(24, 0.9)]),
        (Grid.SixteenthTriplet, 8,
            [new(0, 1.2), new(4, 2), new(8, 2), new(12, 2), new(16, 2), new(20, 2), new(24, 1.2)]),
        (Grid.ThirtySecond, 8,
        [
            new(0, 1.1), new(3, 3.2), new(6, 2.1), new(9, 3.2), new(12, 1.4), new(15, 3.2), new(18, 2.1), new(21, 3.2), new(24, 1.1),
        ]),
    ];

    // Positions in their quarters, in parts of a tick.
    private readonly int[] _onsets = new int[Window];
    private double _last = double.NegativeInfinity;

    /// <summary>[audio] The grid.</summary>
    public PhraseGrid Found { get; private set; } = PhraseGrid.Straight;

    /// <summary>[audio] The onsets of the phrase so far; a chord is one.</summary>
    public int Onsets { get; private set; }

    /// <summary>[audio] A phrase begins. Until it has enough onsets, its grid is that of the last one.</summary>
    public void Begin() => (Onsets, _last) = (0, double.NegativeInfinity);

    /// <summary>[audio] Resets.</summary>
    public void Clear()
    {
        Begin();
        Found = PhraseGrid.Straight;
    }

    /// <summary>[audio] Adds a note-on.</summary>
    /// <param name="position">Its position, in ticks.</param>
    /// <param name="bars">The bars around it.</param>
    /// <param name="secondsPerTick">Seconds in one tick.</param>
    /// <returns>Whether the grid has changed.</returns>
    public bool Hear(double position, BarGrid bars, double secondsPerTick)
    {
        if (position - _last <= Together)
            return false;
        _last = position;
        int parts = (int)Math.Floor(((position - bars.BarLineBefore(position)) * Parts) + 0.5 + Ticks.TieBias);
        _onsets[Onsets++ % Window] = parts % (Ticks.PerQuarter * Parts);
        if (Onsets < FewestOnsets)
            return false;
        var found = Find(bars.Meter, Math.Max(ErrorSeconds / secondsPerTick, LeastError));
        bool isOther = found.Grid.Positions != Found.Grid.Positions || found.Pair != Found.Pair || found.Swing != Found.Swing;
        Found = found;
        return isOther;
    }

    private ReadOnlySpan<int> Heard => _onsets.AsSpan(0, Math.Min(Onsets, Window));

    private PhraseGrid Find(Meter meter, double error)
    {
        double late = Lateness();
        var best = PhraseGrid.Straight;
        double least = double.PositiveInfinity;
        foreach (var (grid, cost, lines) in _even)
            Try(new(grid, 0, 0.5), cost, lines, late, error, ref best, ref least);
        // A pair as written, and where its lines are played. Sixteenths in swung eighths are rare.
        if (TryMeasure(Ticks.PerQuarter, meter, late, out double swing))
        {
            double off = Ticks.PerQuarter * swing;
            ReadOnlySpan<GridLine> lines =
                [new(0, 0.8), new(off / 2, 2.7), new(off, 1.05), new((off + Ticks.PerQuarter) / 2, 2.7), new(Ticks.PerQuarter, 0.8)];
            Try(new(Grid.Sixteenth, Ticks.PerQuarter, swing), SwungEighths, lines, late, error, ref best, ref least);
        }
        const int Eighth = Ticks.PerQuarter / 2;
        if (TryMeasure(Eighth, meter, late, out swing))
        {
            double off = Eighth * swing;
            ReadOnlySpan<GridLine> lines =
                [new(0, 0.9), new(off, 1.6), new(Eighth, 1.6), new(Eighth + off, 1.6), new(Ticks.PerQuarter, 0.9)];
            Try(new(Grid.Sixteenth, Eighth, swing), SwungSixteenths, lines, late, error, ref best, ref least);
        }
        return best;
    }

    private void Try(
        PhraseGrid grid, double cost, ReadOnlySpan<GridLine> lines, double late, double error, ref PhraseGrid best, ref double least)
    {
        if (grid.Grid.Positions == Found.Grid.Positions && grid.Pair == Found.Pair)
            cost -= SameAgain;
        foreach (int onset in Heard)
        {
            double tick = ((double)onset / Parts) - late, cheapest = MostCost;
            foreach (var line in lines)
            {
                double off = (tick - line.Tick) / error;
                cheapest = Math.Min(cheapest, (off * off / 2) + line.Cost);
            }
            cost += cheapest;
        }
        if (cost < least)
            (best, least) = (grid, cost);
    }

    // The mean deviation of what is near to beats, in ticks.
    private double Lateness()
    {
        int sum = 0, count = 0;
        foreach (int onset in Heard)
        {
            int off = onset > Ticks.PerQuarter * Parts / 2 ? onset - (Ticks.PerQuarter * Parts) : onset;
            if (Math.Abs(off) <= NearBeat * Parts)
                (sum, count) = (sum + off, count + 1);
        }
        return count < 2 ? 0 : Math.Clamp((double)sum / count / Parts, -MostLate, MostLate);
    }

    // The mean position of the second notes of pairs.
    private bool TryMeasure(int pair, Meter meter, double late, out double swing)
    {
        int sum = 0, count = 0;
        foreach (int onset in Heard)
        {
            int within = onset % (pair * Parts);
            if (within >= 5 * pair * Parts / 12 && within <= 9 * pair * Parts / 12)
                (sum, count) = (sum + within, count + 1);
        }
        swing = count == 0 ? 0.5 : Math.Clamp(((double)sum / count / Parts - late) / pair, LeastSwing, MostSwing);
        return count >= FewestSwung && Groove.IsInsideBeats(pair, meter);
    }
}
