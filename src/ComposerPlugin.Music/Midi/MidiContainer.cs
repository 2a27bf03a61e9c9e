using System.Buffers.Binary;

namespace ComposerPlugin.Music;

/// <summary>Finds the MIDI file inside what is around it: a RIFF container (RMID), a MacBinary header, or bytes before the header.</summary>
internal static class MidiContainer
{
    private const int ChunkHeader = 8, TypeLength = 4, LeastHeader = 14, DeepestLists = 8;

    // Other files under the name of MIDI files: their first bytes, what they are, and what to do.
    private static readonly (byte[] Begin, string Is, string Do)[] _others =
    [
        ([.. "SMF2CLIP"u8], "a MIDI 2.0 clip file, which is not read", "export a standard MIDI file (.mid)"),
        ([0x1F, 0x8B], "compressed with gzip", "unpack it first"),
        ([.. "PK\x03\x04"u8], "a zip archive", "give it a name that ends in .zip, or unpack it first"),
        ([.. "Rar!"u8], "a RAR archive", "unpack it first"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive", "unpack it first"),
        ([.. "FORM"u8], "an XMI or AIFF file, not a standard MIDI file", "convert it to a standard MIDI file (.mid)"),
        ([.. "MUS\x1A"u8], "a MUS file, not a standard MIDI file", "convert it to a standard MIDI file (.mid)"),
        ([.. "OggS"u8], "a sound file, not a MIDI file", "give the path of a MIDI file (.mid)"),
        ([.. "fLaC"u8], "a sound file, not a MIDI file", "give the path of a MIDI file (.mid)"),
        ([.. "ID3"u8], "a sound file, not a MIDI file", "give the path of a MIDI file (.mid)"),
        ([.. "<?xml"u8], "an XML file, not a MIDI file", "export a standard MIDI file (.mid)"),
        ([.. "<!DOCTYPE"u8], "a page of the web, not a MIDI file", "download the MIDI file again"),
        ([.. "<html"u8], "a page of the web, not a MIDI file", "download the MIDI file again"),
    ];

    /// <summary>The part of the bytes that is a MIDI file; it begins with MThd.</summary>
    /// <exception cref="MidiFileException">There is none.</exception>
    public static (int Start, int End) Find(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith("MThd"u8))
            return (0, bytes.Length);
        foreach (var (begin, what, todo) in _others)
        {
            if (bytes.StartsWith(begin))
                throw new MidiFileException($"{name}: the file is {what}; {todo}.");
        }
        if (bytes.StartsWith("RIFF"u8) || bytes.StartsWith("RIFX"u8) || bytes.StartsWith("RF64"u8))
        {
            if (bytes.Length >= ChunkHeader + TypeLength && bytes[ChunkHeader..].StartsWith("WAVE"u8))
                throw new MidiFileException($"{name}: the file is a sound file, not a MIDI file; give the path of a MIDI file (.mid).");
            if (InRiff(bytes, bytes.StartsWith("RIFX"u8)) is { } data)
                return data;
        }
        int at = FindHeader(bytes);
        return at >= 0 ? (at, bytes.Length)
            : throw new MidiFileException($"{name}: the file is not a MIDI file; give the path of a MIDI file (.mid).");
    }

    /// <summary>The next header chunk at or after a position; -1 if there is none.</summary>
    public static int FindHeader(ReadOnlySpan<byte> bytes, int from = 0)
    {
        while (from < bytes.Length && bytes[from..].IndexOf("MThd\0\0"u8) is >= 0 and int at)
        {
            from += at;
            if (bytes.Length - from >= LeastHeader)
                return from;
            from += TypeLength;
        }
        return -1;
    }

    // The data chunk, wherever it stands; lists are entered, for some writers put it into one.
    private static (int Start, int End)? InRiff(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        int start = ChunkHeader + TypeLength;
        return Search(bytes, start, bytes.Length, bigEndian, 0);
    }

    private static (int Start, int End)? Search(ReadOnlySpan<byte> bytes, int position, int end, bool bigEndian, int depth)
    {
        while (position + ChunkHeader <= end)
        {
            var size = bytes[(position + TypeLength)..];
            uint length = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
            int start = position + ChunkHeader;
            // RF64 gives 2^32 - 1 here, and wrong lengths reach beyond the end too.
            int chunkEnd = (int)Math.Min(start + (long)length, end);
            var id = bytes.Slice(position, TypeLength);
            if (bytes[start..chunkEnd].StartsWith("MThd"u8))
                return (start, chunkEnd);
            if ((id.SequenceEqual("LIST"u8) || id.SequenceEqual("RIFF"u8)) && depth < DeepestLists && chunkEnd - start >= TypeLength
                && Search(bytes, start + TypeLength, chunkEnd, bigEndian, depth + 1) is { } inner)
            {
                return inner;
            }
            // Chunks begin at even positions; some writers forget it.
            int next = chunkEnd + ((int)(length & 1) & (chunkEnd < end && bytes[chunkEnd] == 0 ? 1 : 0));
            position = next;
        }
        return null;
    }
}
