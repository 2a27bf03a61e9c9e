namespace ComposerPlugin.Styles;

/// <summary>A field of a protocol buffers message.</summary>
internal ref struct ProtoField
{
    /// <summary>The wire types that ONNX files use; groups are obsolete and occur in none.</summary>
    public const int Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5;

    /// <summary>The number of the field.</summary>
    public int Number { get; private set; }

    /// <summary>The wire type.</summary>
    public int Type { get; private set; }

    /// <summary>The value of a varint; else 0.</summary>
    public long Value { get; private set; }

    /// <summary>The content of a field with a length; else empty.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>
    /// [any] Reads the next field. A tag of more than 32 bits is refused: readers that drop the upper bits would see another field.
    /// </summary>
    /// <param name="bytes">The rest of the message; moves behind the field.</param>
    /// <param name="field">The field.</param>
    /// <returns>Whether it is complete and of a known wire type.</returns>
    public static bool TryRead(scoped ref ReadOnlySpan<byte> bytes, out ProtoField field)
    {
        field = default;
        if (!TryReadVarint(ref bytes, out ulong tag) || tag > uint.MaxValue || tag >> 3 == 0)
            return false;
        (field.Number, field.Type) = ((int)(tag >> 3), (int)(tag & 7));
        switch (field.Type)
        {
            case Varint:
                bool isWhole = TryReadVarint(ref bytes, out ulong value);
                field.Value = unchecked((long)value);
                return isWhole;
            case Fixed64:
                return TrySkip(ref bytes, sizeof(ulong));
            case Bytes:
                if (!TryReadVarint(ref bytes, out ulong length) || length > (ulong)bytes.Length)
                    return false;
                field.Content = bytes[..(int)length];
                bytes = bytes[(int)length..];
                return true;
            case Fixed32:
                return TrySkip(ref bytes, sizeof(uint));
            default:
                return false;
        }
    }

    private static bool TrySkip(scoped ref ReadOnlySpan<byte> bytes, int count)
    {
        if (bytes.Length < count)
            return false;
        bytes = bytes[count..];
        return true;
    }

    // At most ten bytes, of which the last holds one bit.
    private static bool TryReadVarint(scoped ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        const int MostBytes = 10;
        value = 0;
        for (int i = 0; i < Math.Min(bytes.Length, MostBytes); i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bool fits = i < MostBytes - 1 || bytes[i] <= 1;
                bytes = bytes[(i + 1)..];
                return fits;
            }
        }
        return false;
    }
}
