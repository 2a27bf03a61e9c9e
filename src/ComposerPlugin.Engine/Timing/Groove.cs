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

    /// <summary>How far ahead notes must be known, in ticks.</summary>
    public int Ahead => Lateness < 0 ? MostAhead : 0;

    /// <summary>The groove that the controls ask for.</summary>
    /// <param name="controls">The present controls.</param>
    /// <param name="meter">The present meter.</param>
    /// <param name="player">How the player plays.</param>
    internal static Groove Of(in PlayControls controls, Meter meter, PlayerTiming player)
    {
        int pair = PairOf(controls.Answer.Grid, meter);
        return controls.Timing == TimingSource.Player
            ? new(pair, player.Swing(pair) ?? controls.Swing, player.Lateness)
            : new(pair, controls.Swing, 0);
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
        // A pair that a bar line cuts has no second note.
        bool whole = barPosition - within + Pair <= span.Meter.BarTicks;
        return tick + Lateness + (whole ? Math.Min(within, Pair - within) * ((2 * Swing) - 1) : 0);
    }

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
        return pair > 0 && (meter.BeatTicks % pair == 0 || pair % meter.BeatTicks == 0) ? pair : 0;
    }
}
