using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Lays timed objects out as the events of one track. At one tick notes end first, then come the other events in their
/// own order, then notes begin: so a note that follows another of its pitch is not ended by it.
/// </summary>
internal static class EventOrder
{
    private enum Rank
    {
        NoteEnd,
        Event,
        NoteStart,
        EndOfTrack,
    }

    public static void Rewrite(EventsCollection events, IEnumerable<TimedEvent> others, IEnumerable<ITimedObject> objects)
    {
        var items = others.Select(Item).Concat(objects.SelectMany(Items)).OrderBy(item => item.Rank == Rank.EndOfTrack)
            .ThenBy(item => item.Time).ThenBy(item => item.Rank).ToList();

        events.Clear();
        long last = 0;
        foreach ((long time, _, MidiEvent midiEvent) in items)
        {
            midiEvent.DeltaTime = Math.Max(time - last, 0);
            events.Add(midiEvent);
            last = Math.Max(time, last);
        }
    }

    private static IEnumerable<(long Time, Rank Rank, MidiEvent Event)> Items(ITimedObject timedObject) => timedObject switch
    {
        TimedEvent timedEvent => [Item(timedEvent)],
        Note note =>
        [
            (note.Time, Rank.NoteStart, note.TimedNoteOn.Event),
            (note.EndTime, note.Length == 0 ? Rank.NoteStart : Rank.NoteEnd, note.TimedNoteOff.Event),
        ],
        _ => throw new ArgumentException($"A {timedObject.GetType().Name} has no events of its own.", nameof(timedObject)),
    };

    private static (long Time, Rank Rank, MidiEvent Event) Item(TimedEvent timedEvent) =>
        (timedEvent.Time, timedEvent.Event is EndOfTrackEvent ? Rank.EndOfTrack : Rank.Event, timedEvent.Event);
}
