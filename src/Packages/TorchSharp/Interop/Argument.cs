using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator: whatever C# value the operator's schema can take.</summary>
internal readonly struct Argument
{
    private Argument(Tag tag, long bits, object? item = null)
    {
        Tag = tag;
        Bits = bits;
        Item = item;
    }

    public Tag Tag { get; }

    public long Bits { get; }

    /// <summary>The tensor, generator, array or string; keeps it alive during the call.</summary>
    public object? Item { get; }

    public static Argument None => default;

    /// <summary>How many pointer-sized slots the argument needs beside its <see cref="Value"/>.</summary>
    public int Slots => Tag switch
    {
        Tag.Ints or Tag.Doubles or Tag.Tensors => ((Array)Item!).Length,
        Tag.String => (Encoding.UTF8.GetMaxByteCount(((string)Item!).Length) + 7) / 8,
        _ => 0,
    };

    public static implicit operator Argument(Tensor? value) => value is null ? None : new(Tag.Tensor, 0, value);

    public static implicit operator Argument(Generator? value) => value is null ? None : new(Tag.Generator, 0, value);

    public static implicit operator Argument(long value) => new(Tag.Int, value);

    public static implicit operator Argument(long? value) => value is { } v ? v : None;

    public static implicit operator Argument(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is { } v ? v : None;

    public static implicit operator Argument(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is { } v ? v : None;

    public static implicit operator Argument(ScalarType value) => new(Tag.Int, (long)value);

    public static implicit operator Argument(ScalarType? value) => value is { } v ? v : None;

    public static implicit operator Argument(Scalar? value) => value is null ? None : new(value.Tag, value.Bits);

    public static implicit operator Argument(long[]? value) => value is null ? None : new(Tag.Ints, 0, value);

    public static implicit operator Argument(double[]? value) => value is null ? None : new(Tag.Doubles, 0, value);

    public static implicit operator Argument(Tensor?[] value) => new(Tag.Tensors, 0, value);

    public static implicit operator Argument(string value) => new(Tag.String, 0, value);
}
