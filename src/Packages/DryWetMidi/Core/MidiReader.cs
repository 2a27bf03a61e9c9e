using System.Buffers.Binary;
using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>
/// Reads big-endian values from an array. A length that the data declares is compared with what is left
/// before anything is allocated for it.
/// </summary>
internal sealed class MidiReader
{
    private readonly byte[] _bytes;

    public MidiReader(byte[] bytes)
    {
        _bytes = bytes;
    }

    public int Position { get; set; }

    public int End => _bytes.Length;

    public bool EndReached => Position >= End;

    public int Left => Math.Max(End - Position, 0);

    public byte ReadByte() => Take(1)[0];

    public ushort ReadWord() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint ReadDword() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint Read3ByteDword()
    {
        ReadOnlySpan<byte> bytes = Take(3);
        return (uint)(bytes[0] << 16 | bytes[1] << 8 | bytes[2]);
    }

    /// <summary>Data whose length is declared.</summary>
    public byte[] ReadBytes(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Take(count).ToArray();
    }

    /// <summary>Moves on without reading, beyond the end too.</summary>
    public void Skip(long count) => Position = (int)Math.Min(Position + count, int.MaxValue);

    /// <summary>A chunk's identifier; a byte that is not ASCII becomes a question mark.</summary>
    public string ReadId() => Encoding.ASCII.GetString(Take(MidiChunk.IdLength));

    /// <summary>
    /// The length of an event's data. One that no int holds comes out as another length, or as a negative one, which is refused.
    /// </summary>
    public int ReadLength() => (int)ReadVlq();

    /// <summary>A variable-length quantity, however many bytes it takes: the lowest 64 bits of it.</summary>
    public long ReadVlq()
    {
        long value = 0;
        byte next;
        do
        {
            next = ReadByte();
            value = value << 7 | (byte)(next & 0x7F);
        }
        while (next > 0x7F);
        return value;
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > Left)
            throw new NotEnoughBytesException(Position, count, Left);

        ReadOnlySpan<byte> taken = _bytes.AsSpan(Position, (int)count);
        Position += (int)count;
        return taken;
    }
}
