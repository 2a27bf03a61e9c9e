namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChunk : MidiChunk
{
    internal UnknownChunk(string id)
        : base(id)
    {
    }

    public byte[] Data { get; internal set; }
}
