using System.Buffers.Binary;

namespace ComposerPlugin.Styles;

/// <summary>The rules for the constants of a graph (<see cref="GraphRules"/>).</summary>
internal static class ConstantRules
{
    // Whole numbers are shapes, axes and positions.
    private const long LargestNumber = 1 << 24;

    private const string External = "has weights in external files";

    /// <summary>[any] Returns an error clause, or null, for a TensorProto.</summary>
    public static string? FindError(ReadOnlySpan<byte> bytes)
    {
        var reader = new ProtoMessage(bytes, "constant");
        long type = 0, count = 1;
        int dimensions = 0;
        ReadOnlySpan<byte> values = default;
        while (reader.Next(out var field))
        {
            switch (field.Number, field.Type)
            {
                case (1, ProtoField.Varint):
                    if (++dimensions > GraphRules.MostDimensions || field.Value < 0 || field.Value > GraphFile.MaxBytes)
                        return "has a constant of too many or too large dimensions";
                    // Cannot overflow: 2^26 of at most 2^26 each.
                    count = Math.Min(count * field.Value, GraphFile.MaxBytes);
                    break;
                case (2, ProtoField.Varint) when reader.IsFirst(2) && field.Value is OnnxType.Float or OnnxType.Int64 or OnnxType.Half:
                    type = field.Value;
                    break;
                case (8, ProtoField.Bytes) when reader.IsFirst(8) && field.Content.Length <= GraphRules.MostName:
                case (12, ProtoField.Bytes):
                    break;
                case (9, ProtoField.Bytes) when reader.IsFirst(9):
                    values = field.Content;
                    break;
                case (13, _):
                case (14, ProtoField.Varint) when field.Value != 0:
                    return External;
                default:
                    reader.Refuse(field);
                    break;
            }
        }
        if (reader.Error is not null)
            return reader.Error;
        int size = type switch { OnnxType.Float => sizeof(float), OnnxType.Int64 => sizeof(long), _ => sizeof(ushort) };
        if (type == 0 || count * size != values.Length)
            return "has a constant whose values do not fill its shape";
        return type == OnnxType.Int64 && HasLargeNumber(values) ? $"has a whole number beyond {LargestNumber}" : null;
    }

    private static bool HasLargeNumber(ReadOnlySpan<byte> values)
    {
        for (; values.Length >= sizeof(long); values = values[sizeof(long)..])
        {
            // The largest of all is the end of a slice up to the last element.
            if (BinaryPrimitives.ReadInt64LittleEndian(values) is < -LargestNumber or (> LargestNumber and < long.MaxValue))
                return true;
        }
        return false;
    }
}
