namespace Melanchall.DryWetMidi.Core;

public sealed class TrackChunk : MidiChunk
{
    public const string Id = "MTrk";

    public TrackChunk()
        : base(Id)
    {
    }

    public TrackChunk(IEnumerable<MidiEvent> events)
        : this()
    {
        Events.AddRange(events);
    }

    public TrackChunk(params MidiEvent[] events)
        : this((IEnumerable<MidiEvent>)events)
    {
    }

    public EventsCollection Events { get; } = new();

    public override MidiChunk Clone() => new TrackChunk(Events.Select(midiEvent => midiEvent.Clone()));

    public override string ToString() => $"Track chunk ({Events.Count} events)";
}
