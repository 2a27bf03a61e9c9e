using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>Builds tracks from events, and lists their events with times.</summary>
internal static class Tracks
{
    public static TrackChunk Of(params IEnumerable<MidiEvent> events)
    {
        var track = new TrackChunk();
        foreach (MidiEvent midiEvent in events)
            track.Events.Add(midiEvent);
        return track;
    }

    public static IEnumerable<(long Time, MidiEvent Event)> Timed(this TrackChunk track)
    {
        long time = 0;
        foreach (MidiEvent midiEvent in track.Events)
        {
            time += midiEvent.DeltaTime;
            yield return (time, midiEvent);
        }
    }
}
