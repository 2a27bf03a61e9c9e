using System.Buffers.Binary;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Reads the header of a MIDI file.</summary>
internal static class MidiFormat
{
    private const int Independent = 2;

    // After "MThd" and a length. In a RIFF container the header follows "RIFF", a length, "RMID", "data" and a length.
    private const int FormatOffset = 8;
    private const int RiffHeader = 20;

    /// <summary>Whether the file has format 2, whose tracks are independent pieces. Restores the stream's position.</summary>
    public static bool HasIndependentTracks(Stream content)
    {
        Span<byte> begin = stackalloc byte[RiffHeader + FormatOffset + 2];
        long position = content.Position;
        int count = content.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        content.Position = position;
        int header = begin.StartsWith("RIFF"u8) ? RiffHeader : 0;
        return count >= header + FormatOffset + 2 && begin[header..].StartsWith("MThd"u8)
            && BinaryPrimitives.ReadUInt16BigEndian(begin[(header + FormatOffset)..]) == Independent;
    }
}
