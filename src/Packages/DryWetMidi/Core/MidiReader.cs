using System.Buffers.Binary;
using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>
/// Reads big-endian values from a part of an array. A length that the data declares is compared with what is left
/// before anything is allocated for it.
/// </summary>
internal sealed class MidiReader
{
    private readonly byte[] _bytes;

    public MidiReader(byte[] bytes)
        : this(bytes, 0, bytes.Length)
    {
    }

    private MidiReader(byte[] bytes, int start, int end)
    {
        _bytes = bytes;
        Position = start;
        End = end;
    }

    public int Position { get; set; }

    public int End { get; }

    public bool EndReached => Position >= End;

    public int Left => End - Position;

    public byte PeekByte() => Take(1, advance: false)[0];

    public byte ReadByte() => Take(1)[0];

    public ushort ReadWord() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint ReadDword() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint ReadLittleEndianDword() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public uint Read3ByteDword()
    {
        ReadOnlySpan<byte> bytes = Take(3);
        return (uint)(bytes[0] << 16 | bytes[1] << 8 | bytes[2]);
    }

    public byte[] ReadBytes(long count) => Take(count).ToArray();

    /// <summary>The bytes of a chunk's identifier, as one character each.</summary>
    public string ReadId() => Encoding.Latin1.GetString(Take(MidiChunk.IdLength));

    /// <summary>The data of an event that is all bytes: zero length becomes null where the settings ask for it.</summary>
    public byte[] ReadData(ReadingSettings settings, long count) =>
        count == 0 && settings.ZeroLengthDataPolicy == ZeroLengthDataPolicy.ReadAsNull ? null : ReadBytes(count);

    /// <summary>A variable-length quantity, however many bytes it takes; one beyond 63 bits becomes the largest long.</summary>
    public long ReadVlq()
    {
        long value = 0;
        byte next;
        do
        {
            next = ReadByte();
            value = value > long.MaxValue >> 7 ? long.MaxValue : value << 7 | (byte)(next & 0x7F);
        }
        while (next > 0x7F);
        return value;
    }

    /// <summary>Cuts the next <paramref name="count"/> bytes off into a reader of their own.</summary>
    public MidiReader Slice(long count)
    {
        int start = Position;
        Take(count);
        return new MidiReader(_bytes, start, Position);
    }

    private ReadOnlySpan<byte> Take(long count, bool advance = true)
    {
        if (count > Left)
            throw new NotEnoughBytesException(Position, count, Left);

        ReadOnlySpan<byte> taken = _bytes.AsSpan(Position, (int)count);
        if (advance)
            Position += (int)count;
        return taken;
    }
}
