using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A tempo map from the Set Tempo and Time Signature events of a file.</summary>
internal static class TempoMapEvents
{
    /// <summary>The map of all tracks together. At equal times the later event in the later track holds.</summary>
    public static TempoMap Read(IEnumerable<EventsCollection> eventsCollections)
    {
        var tempoMap = new TempoMap();
        foreach ((long time, MidiEvent midiEvent) in eventsCollections
            .SelectMany(events => events.WithTimes().Where(item => IsTempoMapEvent(item.Event)))
            .OrderBy(item => item.Time))
        {
            if (midiEvent is SetTempoEvent tempo)
                tempoMap.Tempos.Set(time, new Tempo(tempo.MicrosecondsPerQuarterNote));
            else if (midiEvent is TimeSignatureEvent meter)
                tempoMap.TimeSignatures.Set(time, new TimeSignature(meter.Numerator, meter.Denominator));
        }

        return tempoMap;
    }

    private static bool IsTempoMapEvent(MidiEvent midiEvent) => midiEvent is SetTempoEvent or TimeSignatureEvent;
}
