using System.Numerics;

namespace Melanchall.DryWetMidi.Interaction;

public sealed class TimeSignature
{
    public static readonly TimeSignature Default = new(4, 4);

    public TimeSignature(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        if (!BitOperations.IsPow2(denominator))
            throw new ArgumentOutOfRangeException(nameof(denominator), denominator, "A denominator must be a power of two.");

        Numerator = numerator;
        Denominator = denominator;
    }

    public int Numerator { get; }

    public int Denominator { get; }

    public override bool Equals(object obj) =>
        obj is TimeSignature other && other.Numerator == Numerator && other.Denominator == Denominator;

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);
}
