using System.Buffers.Binary;

namespace ComposerPlugin.Music.Tests;

/// <summary>Writes MIDI files byte by byte, wrong ones too.</summary>
internal static class MidiBytes
{
    /// <summary>A header chunk: 96 ticks per quarter note unless given.</summary>
    public static byte[] Header(int tracks, int format = 1, int division = 96) =>
        [.. "MThd"u8, 0, 0, 0, 6, 0, (byte)format, (byte)(tracks >> 8), (byte)tracks, (byte)(division >> 8), (byte)division];

    /// <summary>A track chunk with an End of Track after its events.</summary>
    public static byte[] Track(params byte[][] events) => Chunk("MTrk", [.. events.SelectMany(bytes => bytes), 0, 0xFF, 0x2F, 0]);

    /// <summary>A chunk; its length is that of the data unless given.</summary>
    public static byte[] Chunk(string id, byte[] data, uint? length = null)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, length ?? (uint)data.Length);
        return [.. id.Select(letter => (byte)letter), .. size, .. data];
    }

    /// <summary>A chunk of a RIFF file, with the zero byte after an odd length.</summary>
    public static byte[] Riff(string id, byte[] data)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)data.Length);
        return [.. id.Select(letter => (byte)letter), .. size, .. data, .. new byte[data.Length % 2]];
    }

    public static byte[] On(int delta, int pitch, int channel = 0) => [(byte)delta, (byte)(0x90 | channel), (byte)pitch, 100];

    public static byte[] Off(int delta, int pitch, int channel = 0) => [(byte)delta, (byte)(0x80 | channel), (byte)pitch, 64];

    public static byte[] Control(int delta, int number, int value, int channel = 0) =>
        [(byte)delta, (byte)(0xB0 | channel), (byte)number, (byte)value];

    /// <summary>A note of 24 ticks of the file, which are 6 of ours.</summary>
    public static byte[] Note(int pitch, int channel = 0) => [.. On(0, pitch, channel), .. Off(24, pitch, channel)];

    public static MidiSong Read(params byte[][] parts) =>
        MidiFileReader.Read(new MemoryStream([.. parts.SelectMany(part => part)]), "x.mid");
}
