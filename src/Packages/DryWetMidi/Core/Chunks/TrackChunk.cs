namespace Melanchall.DryWetMidi.Core;

public sealed class TrackChunk : MidiChunk
{
    public const string Id = "MTrk";

    public TrackChunk()
        : base(Id)
    {
    }

    public EventsCollection Events { get; } = new();
}
