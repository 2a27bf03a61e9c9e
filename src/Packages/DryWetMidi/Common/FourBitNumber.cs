namespace Melanchall.DryWetMidi.Common;

public struct FourBitNumber : IEquatable<FourBitNumber>
{
    public static readonly FourBitNumber MaxValue = new(Max);

    private const byte Max = 15;

    private readonly byte _value;

    public FourBitNumber(byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Max);
        _value = value;
    }

    public static implicit operator byte(FourBitNumber number) => number._value;

    public static explicit operator FourBitNumber(byte number) => new(number);

    public bool Equals(FourBitNumber other) => _value == other._value;

    public override bool Equals(object obj) => obj is FourBitNumber other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();
}
