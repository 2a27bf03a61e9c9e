namespace Melanchall.DryWetMidi.Common;

public struct FourBitNumber : IComparable<FourBitNumber>, IConvertible, IEquatable<FourBitNumber>
{
    public static readonly FourBitNumber MinValue = new(0);

    public static readonly FourBitNumber MaxValue = new(Max);

    public static readonly FourBitNumber[] Values =
        Enumerable.Range(0, Max + 1).Select(value => new FourBitNumber((byte)value)).ToArray();

    private const byte Max = 15;

    private readonly byte _value;

    public FourBitNumber(byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Max);
        _value = value;
    }

    public static bool TryParse(string input, out FourBitNumber fourBitNumber)
    {
        bool parsed = byte.TryParse(input, out byte value) && value <= Max;
        fourBitNumber = parsed ? new FourBitNumber(value) : default;
        return parsed;
    }

    public static FourBitNumber Parse(string input)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(input);
        return TryParse(input, out FourBitNumber number)
            ? number
            : throw new FormatException($"'{input}' is not a whole number from 0 to {Max}.");
    }

    public static implicit operator byte(FourBitNumber number) => number._value;

    public static explicit operator FourBitNumber(byte number) => new(number);

    public int CompareTo(FourBitNumber other) => _value.CompareTo(other._value);

    public bool Equals(FourBitNumber other) => _value == other._value;

    public override bool Equals(object obj) => obj is FourBitNumber other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();

    public override string ToString() => _value.ToString();

    public TypeCode GetTypeCode() => TypeCode.Byte;

    bool IConvertible.ToBoolean(IFormatProvider provider) => ((IConvertible)_value).ToBoolean(provider);

    byte IConvertible.ToByte(IFormatProvider provider) => ((IConvertible)_value).ToByte(provider);

    char IConvertible.ToChar(IFormatProvider provider) => ((IConvertible)_value).ToChar(provider);

    DateTime IConvertible.ToDateTime(IFormatProvider provider) => ((IConvertible)_value).ToDateTime(provider);

    decimal IConvertible.ToDecimal(IFormatProvider provider) => ((IConvertible)_value).ToDecimal(provider);

    double IConvertible.ToDouble(IFormatProvider provider) => ((IConvertible)_value).ToDouble(provider);

    short IConvertible.ToInt16(IFormatProvider provider) => ((IConvertible)_value).ToInt16(provider);

    int IConvertible.ToInt32(IFormatProvider provider) => ((IConvertible)_value).ToInt32(provider);

    long IConvertible.ToInt64(IFormatProvider provider) => ((IConvertible)_value).ToInt64(provider);

    sbyte IConvertible.ToSByte(IFormatProvider provider) => ((IConvertible)_value).ToSByte(provider);

    float IConvertible.ToSingle(IFormatProvider provider) => ((IConvertible)_value).ToSingle(provider);

    string IConvertible.ToString(IFormatProvider provider) => ((IConvertible)_value).ToString(provider);

    ushort IConvertible.ToUInt16(IFormatProvider provider) => ((IConvertible)_value).ToUInt16(provider);

    uint IConvertible.ToUInt32(IFormatProvider provider) => ((IConvertible)_value).ToUInt32(provider);

    ulong IConvertible.ToUInt64(IFormatProvider provider) => ((IConvertible)_value).ToUInt64(provider);

    object IConvertible.ToType(Type conversionType, IFormatProvider provider) =>
        ((IConvertible)_value).ToType(conversionType, provider);
}
