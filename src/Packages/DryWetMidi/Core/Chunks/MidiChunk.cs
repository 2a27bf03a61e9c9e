namespace Melanchall.DryWetMidi.Core;

public abstract class MidiChunk
{
    public const int IdLength = 4;

    internal MidiChunk(string id)
    {
        ChunkId = id;
    }

    public string ChunkId { get; }
}
