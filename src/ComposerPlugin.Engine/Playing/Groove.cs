using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// How notes lie around their grid lines: the second of each pair of the grid's notes comes later, what lies between moves in proportion, and all come
/// by the same lateness. The order of ticks is kept.
/// </summary>
/// <param name="Pair">Ticks in a pair of the grid's notes, from the bar line on; 0: nothing swings.</param>
/// <param name="Swing">How much of the pair its first note lasts: 0.5 is straight; below 1.</param>
/// <param name="Lateness">Ticks that all notes come late; early ones have less than 0, but no less than -<see cref="MostAhead"/>.</param>
public readonly record struct Groove(int Pair, double Swing, double Lateness)
{
    /// <summary>How far ahead of their ticks notes may sound at most, in ticks.</summary>
    public const int MostAhead = 1;

    /// <summary>How many ticks ahead notes are to be known.</summary>
    public int Ahead => Lateness < 0 ? MostAhead : 0;

    /// <summary>The groove that the controls ask for.</summary>
    /// <param name="controls">The present controls.</param>
    /// <param name="meter">The present meter.</param>
    /// <param name="player">How the player plays.</param>
    internal static Groove Of(in PlayControls controls, Meter meter, PlayerTiming player)
    {
        int pair = PairOf(controls.Answer.Grid, meter);
        return controls.Timing == TimingFrom.Player
            ? new(pair, player.Swing(pair) ?? controls.Swing, player.Lateness)
            : new(pair, controls.Swing, 0);
    }

    /// <summary>Where a tick sounds, in ticks.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="span">The present block: its bars count.</param>
    public double PositionOf(long tick, in BlockSpan span)
    {
        if (Pair == 0)
            return tick + Lateness;
        int barPosition = span.BarsAt(tick).BarPositionOf(tick);
        int within = barPosition % Pair;
        // A pair that the bar line cuts has no second note.
        bool whole = barPosition - within + Pair <= span.Meter.BarTicks;
        return tick + Lateness + (whole ? Math.Min(within, Pair - within) * ((2 * Swing) - 1) : 0);
    }

    /// <summary>
    /// Ticks in a pair of the grid's straight notes; 0 where there are none: in triplets, and where pairs go across the beats, like eighths in 6/8.
    /// </summary>
    public static int PairOf(Grid grid, Meter meter)
    {
        int step = grid.Contains(4) ? 0 : grid.Contains(3) ? 3 : grid.Contains(6) ? 6 : grid.Contains(12) ? 12 : grid.Contains(8) ? 0 : Ticks.PerQuarter;
        int pair = 2 * step;
        return pair > 0 && (meter.BeatTicks % pair == 0 || pair % meter.BeatTicks == 0) ? pair : 0;
    }
}
