using System.Buffers.Binary;
using System.Text;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>Files written byte by byte, so that one byte can be wrong.</summary>
internal static class MidiBytes
{
    public static readonly byte[] EndOfTrack = [0x00, 0xFF, 0x2F, 0x00];

    /// <summary>One quarter note of middle C at 96 ticks per quarter.</summary>
    public static readonly byte[] OneNote = [0x00, 0x90, 60, 100, 0x60, 0x80, 60, 64];

    /// <summary>A format 1 file at 96 ticks per quarter, of chunks with their headers.</summary>
    public static byte[] File(params byte[][] chunks) => [.. Header(1, chunks.Length, 96), .. chunks.SelectMany(chunk => chunk)];

    public static byte[] Header(int format, int tracks, int division)
    {
        var content = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(content, (ushort)format);
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(2), (ushort)tracks);
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(4), (ushort)division);
        return Chunk("MThd", content);
    }

    /// <summary>A track chunk of these events and End Of Track.</summary>
    public static byte[] Track(params byte[] events) => Chunk("MTrk", [.. events, .. EndOfTrack]);

    public static byte[] Chunk(string id, byte[] content, uint? declaredSize = null)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, declaredSize ?? (uint)content.Length);
        return [.. Encoding.Latin1.GetBytes(id), .. size, .. content];
    }

    public static MidiFile Read(byte[] bytes, ReadingSettings? settings = null) => MidiFile.Read(new MemoryStream(bytes), settings);

    /// <summary>The events of the only track of a file.</summary>
    public static IReadOnlyList<MidiEvent> Events(byte[] track, ReadingSettings? settings = null) =>
        [.. Read(File(track), settings).GetTrackChunks().Single().Events];

    public static byte[] Write(MidiFile file, WritingSettings? settings = null)
    {
        using var stream = new MemoryStream();
        file.Write(stream, MidiFileFormat.MultiTrack, settings);
        return stream.ToArray();
    }

    /// <summary>The bytes of a track with these events, without its header and its End Of Track.</summary>
    public static byte[] Written(WritingSettings settings, params MidiEvent[] events)
    {
        // An empty track precedes it, because a single track is split by channel.
        byte[] bytes = Write(new MidiFile([new TrackChunk(), Tracks.Of(events)]), settings);
        return bytes[(File(Track()).Length + 8)..^4];
    }
}
