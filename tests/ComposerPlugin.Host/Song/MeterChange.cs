namespace ComposerPlugin.Host;

/// <summary>A time signature from a song position on. The position is a bar line.</summary>
/// <param name="Quarter">Song position in quarter notes.</param>
/// <param name="Numerator">Upper number.</param>
/// <param name="Denominator">Lower number.</param>
public readonly record struct MeterChange(double Quarter, int Numerator, int Denominator)
{
    /// <summary>Length of a bar in quarter notes.</summary>
    public double BarQuarters => 4.0 * Numerator / Denominator;
}
