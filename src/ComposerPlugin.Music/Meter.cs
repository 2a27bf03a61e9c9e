namespace ComposerPlugin.Music;

/// <summary>A time signature.</summary>
/// <param name="Numerator">Beats in the bar as written.</param>
/// <param name="Denominator">The note value of one such beat: 1, 2, 4, 8, 16 or 32.</param>
public readonly record struct Meter(int Numerator, int Denominator)
{
    /// <summary>4/4.</summary>
    public static Meter Common { get; } = new(4, 4);

    /// <summary>Ticks from one bar line to the next.</summary>
    public int BarTicks => Numerator * Ticks.PerWhole / Denominator;

    /// <summary>How many bars so many ticks fill: the last may be filled in part.</summary>
    public long BarsToHold(long ticks) => (ticks + BarTicks - 1) / BarTicks;

    /// <summary>Ticks in a beat: a dotted note in compound meters (6/8, 9/8, 12/8), otherwise the denominator's note value.</summary>
    public int BeatTicks => Ticks.PerWhole / Denominator * (IsCompound ? 3 : 1);

    /// <summary>Whether beats are groups of three eighths, sixteenths or thirty-seconds.</summary>
    public bool IsCompound => Denominator >= 8 && Numerator > 3 && Numerator % 3 == 0;

    /// <summary>
    /// Whether the numerator is 1 to 32, the denominator a power of two from 1 to 32, and the bar a whole number of ticks, at most four
    /// whole notes.
    /// </summary>
    public bool IsValid => Numerator is >= 1 and <= 32 && Denominator is 1 or 2 or 4 or 8 or 16 or 32
        && Numerator * Ticks.PerWhole % Denominator == 0 && BarTicks is > 0 and <= 4 * Ticks.PerWhole;

    /// <summary>This meter, or 4/4 if it is not valid: hosts and files may report any numbers.</summary>
    public Meter OrCommon => IsValid ? this : Common;

    /// <summary>The time signature as text: 6/8.</summary>
    public override string ToString() => $"{Numerator}/{Denominator}";
}
