using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Writes big-endian values to memory.</summary>
internal sealed class MidiWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void WriteByte(byte value) => WriteBytes([value]);

    public void WriteWord(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.GetSpan(2), value);
        _bytes.Advance(2);
    }

    public void WriteDword(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    public void Write3ByteDword(uint value) => WriteBytes([(byte)(value >> 16), (byte)(value >> 8), (byte)value]);

    public void WriteBytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void WriteId(string id) => WriteBytes(Encoding.ASCII.GetBytes(id));

    public void WriteVlq(long value)
    {
        int groups = 1;
        while (value >> 7 * groups != 0 && groups < 9)
            groups++;

        for (int group = groups - 1; group > 0; group--)
            WriteByte((byte)(value >> 7 * group & 0x7F | 0x80));
        WriteByte((byte)(value & 0x7F));
    }

    /// <summary>Writes an identifier, the size of the content and the content.</summary>
    public void WriteChunk(string id, ReadOnlySpan<byte> content)
    {
        WriteId(id);
        WriteDword((uint)content.Length);
        WriteBytes(content);
    }
}
