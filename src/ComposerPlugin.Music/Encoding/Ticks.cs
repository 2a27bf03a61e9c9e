namespace ComposerPlugin.Music;

/// <summary>The unit of all musical time: an integer number of ticks, 24 to the quarter note, so that 32nd notes and 16th triplets are exact.</summary>
public static class Ticks
{
    /// <summary>Ticks in a quarter note.</summary>
    public const int PerQuarter = 24;

    /// <summary>Ticks in a whole note.</summary>
    public const int PerWhole = 4 * PerQuarter;

    /// <summary>
    /// The nearest tick to a position in ticks. Positions half-way between two ticks go up, also when the host's sample
    /// rounding has moved them a little to the left, so that one performance quantises alike at every sample rate.
    /// </summary>
    /// <param name="position">A position in ticks.</param>
    public static long Nearest(double position) => (long)Math.Floor(position + 0.5 + TieBias);

    /// <summary>How far to the left of a tie a position still goes up, in ticks (0.3 ms at 120 bpm; a sample at 44.1 kHz is 0.001).</summary>
    public const double TieBias = 1.0 / 64;
}
