using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number that goes to an operator beside its tensors.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ScalarType type, Tag tag, long bits)
    {
        Type = type;
        Tag = tag;
        Bits = bits;
    }

    public ScalarType Type { get; }

    internal Tag Tag { get; }

    internal long Bits { get; }

    internal double Real => Tag == Tag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long Integer => Tag == Tag.Double ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    public static implicit operator Scalar(byte value) => new(ScalarType.Byte, Tag.Int, value);

    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int8, Tag.Int, value);

    public static implicit operator Scalar(short value) => new(ScalarType.Int16, Tag.Int, value);

    public static implicit operator Scalar(int value) => new(ScalarType.Int32, Tag.Int, value);

    public static implicit operator Scalar(long value) => new(ScalarType.Int64, Tag.Int, value);

    public static implicit operator Scalar(float value) => new(ScalarType.Float32, Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Scalar(double value) => new(ScalarType.Float64, Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, Tag.Bool, value ? 1 : 0);

    public void Dispose()
    {
        // A Scalar holds no native memory here; callers dispose it because the genuine one does.
    }
}
