namespace ComposerPlugin.Music;

/// <summary>A time signature.</summary>
/// <param name="Numerator">Beats in the bar as written.</param>
/// <param name="Denominator">The note value of one such beat: 2, 4, 8 or 16.</param>
public readonly record struct Meter(int Numerator, int Denominator)
{
    /// <summary>4/4.</summary>
    public static Meter Common { get; } = new(4, 4);

    /// <summary>Ticks from one bar line to the next.</summary>
    public int BarTicks => Numerator * Ticks.PerWhole / Denominator;

    /// <summary>How many bars so many ticks fill: the last may be filled in part.</summary>
    public long BarsToHold(long ticks) => (ticks + BarTicks - 1) / BarTicks;

    /// <summary>Ticks in the beat that a musician counts: a dotted note in compound meter (6/8, 9/8, 12/8), else the written one.</summary>
    public int BeatTicks => Ticks.PerWhole / Denominator * (IsCompound ? 3 : 1);

    /// <summary>Whether the bar divides into groups of three eighths or sixteenths.</summary>
    public bool IsCompound => Denominator >= 8 && Numerator > 3 && Numerator % 3 == 0;

    /// <summary>Whether bars of this meter are a whole number of ticks and no longer than two of 4/2.</summary>
    public bool IsValid => Numerator is >= 1 and <= 32 && Denominator is 1 or 2 or 4 or 8 or 16 or 32
        && Numerator * Ticks.PerWhole % Denominator == 0 && BarTicks is > 0 and <= 4 * Ticks.PerWhole;

    /// <summary>This meter, or 4/4 where a host or a file says something that is none.</summary>
    public Meter OrCommon => IsValid ? this : Common;

    /// <summary>As musicians write it: 6/8.</summary>
    public override string ToString() => $"{Numerator}/{Denominator}";
}
