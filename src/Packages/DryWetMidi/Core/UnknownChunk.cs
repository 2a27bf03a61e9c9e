namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChunk : MidiChunk
{
    internal UnknownChunk(string id)
        : base(id)
    {
    }

    public byte[] Data { get; internal set; }

    public override MidiChunk Clone() => new UnknownChunk(ChunkId) { Data = Data?.ToArray() };

    public override string ToString() => $"Unknown chunk ({ChunkId})";
}
