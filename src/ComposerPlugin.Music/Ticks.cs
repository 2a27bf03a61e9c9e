namespace ComposerPlugin.Music;

/// <summary>
/// The unit of musical time: ticks, 24 per quarter note, so that 32nd notes and 16th triplets are whole numbers.
/// </summary>
public static class Ticks
{
    /// <summary>Ticks per quarter note.</summary>
    public const int PerQuarter = 24;

    /// <summary>Ticks per whole note.</summary>
    public const int PerWhole = 4 * PerQuarter;

    /// <summary>
    /// Rounds a time to the nearest tick. A tie rounds up, also if the host's rounding to samples has moved it a little earlier, so that a
    /// performance quantizes to the same ticks at every sample rate.
    /// </summary>
    /// <param name="position">A time in ticks.</param>
    public static long Nearest(double position) => (long)Math.Floor(position + 0.5 + TieBias);

    /// <summary>
    /// The largest distance before a tie that still rounds up, in ticks: 0.3 ms at 120 bpm. One sample at 44.1 kHz is 0.001 ticks.
    /// </summary>
    public const double TieBias = 1.0 / 64;
}
