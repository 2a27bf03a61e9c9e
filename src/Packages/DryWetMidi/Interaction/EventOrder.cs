using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Puts timed objects among the events of one track. At one tick what is there already comes first, then what is added, in
/// the order in which it is given; a note gives its start and then its end.
/// </summary>
internal static class EventOrder
{
    public static void Add(EventsCollection events, IEnumerable<ITimedObject> objects)
    {
        var items = events.WithTimes().Concat(objects.SelectMany(Items)).OrderBy(item => item.Time).ToList();

        events.Clear();
        long last = 0;
        foreach ((long time, MidiEvent midiEvent) in items)
        {
            midiEvent.DeltaTime = time - last;
            events.Add(midiEvent);
            last = time;
        }
    }

    private static IEnumerable<(long Time, MidiEvent Event)> Items(ITimedObject timedObject) => timedObject switch
    {
        TimedEvent timedEvent => [(timedEvent.Time, timedEvent.Event)],
        Note note => [(note.Time, note.TimedNoteOn.Event), (note.EndTime, note.TimedNoteOff.Event)],
        _ => throw new ArgumentException($"A {timedObject.GetType().Name} has no events of its own.", nameof(timedObject)),
    };
}
