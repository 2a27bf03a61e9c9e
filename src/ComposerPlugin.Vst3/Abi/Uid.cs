using System.Buffers.Binary;

namespace ComposerPlugin.Vst3;

/// <summary>
/// Identity of a class or interface, written as the four numbers of the SDK. In memory it is 16 bytes: big-endian on Linux and macOS,
/// in the order of a COM GUID on Windows.
/// </summary>
public readonly record struct Uid(uint A, uint B, uint C, uint D)
{
    /// <summary>Bytes in memory.</summary>
    public const int Size = 16;

    /// <summary>[any] Reads the 16 bytes in this system's order.</summary>
    public static Uid Read(ReadOnlySpan<byte> bytes) => Read(bytes, OperatingSystem.IsWindows());

    /// <summary>[any] Writes the 16 bytes in this system's order.</summary>
    public void Write(Span<byte> bytes) => Write(bytes, OperatingSystem.IsWindows());

    /// <summary>32 hexadecimal digits, as in a module's list of classes.</summary>
    public override string ToString() => $"{A:X8}{B:X8}{C:X8}{D:X8}";

    internal static Uid Read(ReadOnlySpan<byte> bytes, bool comOrder) => new(
        comOrder ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
        comOrder
            ? (uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) << 16 | BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..])
            : BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));

    internal void Write(Span<byte> bytes, bool comOrder)
    {
        if (comOrder)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, A);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], (ushort)(B >> 16));
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], (ushort)B);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, A);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], B);
        }
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], C);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], D);
    }
}
