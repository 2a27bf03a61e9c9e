namespace Melanchall.DryWetMidi.Core;

public abstract class MidiChunk
{
    public const int IdLength = 4;

    internal MidiChunk(string id)
    {
        ChunkId = id;
    }

    public string ChunkId { get; }

    public static string[] GetStandardChunkIds() => ["MThd", TrackChunk.Id];

    public abstract MidiChunk Clone();

    public static bool Equals(MidiChunk chunk1, MidiChunk chunk2) => Equals(chunk1, chunk2, out _);

    public static bool Equals(MidiChunk chunk1, MidiChunk chunk2, out string message) => Equals(chunk1, chunk2, null, out message);

    public static bool Equals(MidiChunk chunk1, MidiChunk chunk2, MidiChunkEqualityCheckSettings settings) =>
        Equals(chunk1, chunk2, settings, out _);

    public static bool Equals(MidiChunk chunk1, MidiChunk chunk2, MidiChunkEqualityCheckSettings settings, out string message) =>
        Equality.OfChunks(chunk1, chunk2, settings ?? new MidiChunkEqualityCheckSettings(), out message);
}
