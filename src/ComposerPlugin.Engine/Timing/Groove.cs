using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// The micro-timing of notes: the second of each pair of grid positions is delayed (swing), positions between them in proportion, and all
/// notes by the same lateness. The order of ticks is kept.
/// </summary>
/// <param name="Pair">The length of a pair of grid positions, in ticks from the bar line; 0: no swing.</param>
/// <param name="Swing">The share of the pair that its first note lasts: 0.5 is straight; less than 1.</param>
/// <param name="Lateness">The delay of all notes, in ticks; negative for early ones, at least -<see cref="MostAhead"/>.</param>
public readonly record struct Groove(int Pair, double Swing, double Lateness)
{
    /// <summary>The most that a note may sound ahead of its tick, in ticks.</summary>
    public const int MostAhead = 1;

    private const float Straight = 0.5f;

    /// <summary>How far ahead notes must be known, in ticks.</summary>
    public int Ahead => Lateness < 0 ? MostAhead : 0;

    /// <summary>The groove that the controls ask for.</summary>
    /// <param name="controls">The present controls.</param>
    /// <param name="meter">The present meter.</param>
    /// <param name="player">How the player plays.</param>
    /// <param name="found">The grid of the player's phrase; null if the grid is set.</param>
    internal static Groove Of(in PlayControls controls, Meter meter, PlayerTiming player, PhraseGrid? found = null)
    {
        bool isSwung = found is { Pair: > 0 };
        int pair = PairOf(controls.Answer.Grid, meter, found);
        double swing = isSwung && controls.Swing == Straight ? found!.Value.Swing : controls.Swing;
        return controls.Timing == TimingSource.Player
            ? new(pair, player.Swing(pair) ?? swing, player.Lateness)
            : new(pair, swing, 0);
    }

    /// <summary>The position at which a tick sounds, in ticks.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="span">The current block, for its bars.</param>
    public double PositionOf(long tick, in BlockSpan span)
    {
        if (Pair == 0)
            return tick + Lateness;
        int barPosition = span.BarsAt(tick).BarPositionOf(tick);
        int within = barPosition % Pair;
        bool isWhole = IsWhole(barPosition - within, span.Meter);
        return tick + Lateness + (isWhole ? Math.Min(within, Pair - within) * ((2 * Swing) - 1) : 0);
    }

    /// <summary>The position, in ticks, that sounds at a position: the inverse of <see cref="PositionOf"/>, without lateness.</summary>
    /// <param name="position">Where it sounds, in ticks.</param>
    /// <param name="bars">The bars around it.</param>
    public double WrittenAt(double position, BarGrid bars)
    {
        if (Pair == 0)
            return position;
        double barPosition = position - bars.BarLineBefore(position);
        int begin = (int)(barPosition / Pair) * Pair;
        double within = barPosition - begin, first = Swing * Pair;
        if (!IsWhole(begin, bars.Meter))
            return position;
        double written = within < first ? within / (2 * Swing) : Pair - ((Pair - within) / (2 * (1 - Swing)));
        return position - within + written;
    }

    /// <summary>The length of the pairs that a phrase or the set grid has, in ticks; 0: none.</summary>
    internal static int PairOf(Grid grid, Meter meter, PhraseGrid? found) =>
        found is { Pair: > 0 } swung && IsInsideBeats(swung.Pair, meter) ? swung.Pair : PairOf(grid, meter);

    /// <summary>Whether pairs of a length fill beats, or are filled by them.</summary>
    internal static bool IsInsideBeats(int pair, Meter meter) => meter.BeatTicks % pair == 0 || pair % meter.BeatTicks == 0;

    /// <summary>
    /// The length of a pair of straight grid positions, in ticks; 0 for triplets, and for pairs that cross beats, such as eighths in 6/8.
    /// </summary>
    public static int PairOf(Grid grid, Meter meter)
    {
        int step = grid.Contains(4) ? 0
            : grid.Contains(3) ? 3
            : grid.Contains(6) ? 6
            : grid.Contains(12) ? 12
            : grid.Contains(8) ? 0
            : Ticks.PerQuarter;
        int pair = 2 * step;
        return pair > 0 && IsInsideBeats(pair, meter) ? pair : 0;
    }

    // A pair that a bar line cuts has no second note.
    private bool IsWhole(int begin, Meter meter) => begin + Pair <= meter.BarTicks;
}
