using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A tempo map as the Set Tempo and Time Signature events of a file.</summary>
internal static class TempoMapEvents
{
    /// <summary>The map of all tracks together. At equal times the later event in the later track holds.</summary>
    public static TempoMap Read(TimeDivision timeDivision, IEnumerable<EventsCollection> eventsCollections)
    {
        var tempoMap = new TempoMap(timeDivision);
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

    /// <summary>Takes the events of the old map out of every track and puts those of the new one into the first.</summary>
    public static void Write(TempoMap tempoMap, IReadOnlyList<EventsCollection> eventsCollections)
    {
        var changes = tempoMap.Tempos.Changes
            .Select(change => new TimedEvent(new SetTempoEvent(change.Value.MicrosecondsPerQuarterNote), change.Time))
            .Concat(tempoMap.TimeSignatures.Changes.Select(change => new TimedEvent(
                new TimeSignatureEvent(checked((byte)change.Value.Numerator), checked((byte)change.Value.Denominator)), change.Time)))
            .ToList();

        for (int i = 0; i < eventsCollections.Count; i++)
        {
            List<TimedEvent> kept = eventsCollections[i].GetTimedEvents().Where(timedEvent => !IsTempoMapEvent(timedEvent.Event)).ToList();
            if (i > 0 && kept.Count == eventsCollections[i].Count)
                continue;

            eventsCollections[i].Clear();
            EventOrder.Add(eventsCollections[i], i == 0 ? kept.Concat(changes) : kept);
        }
    }

    private static bool IsTempoMapEvent(MidiEvent midiEvent) => midiEvent is SetTempoEvent or TimeSignatureEvent;
}
