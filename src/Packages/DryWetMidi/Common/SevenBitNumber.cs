namespace Melanchall.DryWetMidi.Common;

public struct SevenBitNumber : IEquatable<SevenBitNumber>
{
    public static readonly SevenBitNumber MinValue = new(0);

    public static readonly SevenBitNumber MaxValue = new(Max);

    private const byte Max = 127;

    private readonly byte _value;

    public SevenBitNumber(byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Max);
        _value = value;
    }

    public static implicit operator byte(SevenBitNumber number) => number._value;

    public static explicit operator SevenBitNumber(byte number) => new(number);

    public bool Equals(SevenBitNumber other) => _value == other._value;

    public override bool Equals(object obj) => obj is SevenBitNumber other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();
}
