namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChunk : MidiChunk
{
    internal UnknownChunk(string id, byte[] data)
        : base(id)
    {
        Data = data;
    }

    public byte[] Data { get; }

    public override MidiChunk Clone() => new UnknownChunk(ChunkId, Data.ToArray());

    public override string ToString() => $"Unknown chunk ({ChunkId}, {Data.Length} bytes)";
}
