using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class NotesManagingUtilities
{
    public static ICollection<Note> GetNotes(
        this IEnumerable<MidiEvent> midiEvents,
        NoteDetectionSettings settings = null,
        TimedEventDetectionSettings timedEventDetectionSettings = null)
    {
        ArgumentNullException.ThrowIfNull(midiEvents);
        return Of(midiEvents, 0, settings, timedEventDetectionSettings);
    }

    public static ICollection<Note> GetNotes(
        this TrackChunk trackChunk, NoteDetectionSettings settings = null, TimedEventDetectionSettings timedEventDetectionSettings = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        return trackChunk.Events.GetNotes(settings, timedEventDetectionSettings);
    }

    public static ICollection<Note> GetNotes(
        this IEnumerable<TrackChunk> trackChunks,
        NoteDetectionSettings settings = null,
        TimedEventDetectionSettings timedEventDetectionSettings = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        return trackChunks
            .SelectMany((trackChunk, i) => Of(trackChunk.Events, i, settings, timedEventDetectionSettings))
            .OrderBy(note => note.Time)
            .ToList();
    }

    public static ICollection<Note> GetNotes(
        this MidiFile file, NoteDetectionSettings settings = null, TimedEventDetectionSettings timedEventDetectionSettings = null) =>
        file.GetTrackChunks().GetNotes(settings, timedEventDetectionSettings);

    public static TimedObjectsManager<Note> ManageNotes(
        this EventsCollection eventsCollection,
        NoteDetectionSettings settings = null,
        TimedEventDetectionSettings timedEventDetectionSettings = null,
        TimedObjectsComparer comparer = null)
    {
        ArgumentNullException.ThrowIfNull(eventsCollection);
        List<TimedEvent> timedEvents = TimedEventsManagingUtilities.Of(eventsCollection, 0, timedEventDetectionSettings);
        (List<Note> notes, List<TimedEvent> others) = NotePairing.Split(timedEvents, settings);
        return new TimedObjectsManager<Note>(eventsCollection, notes, others, comparer);
    }

    public static TimedObjectsManager<Note> ManageNotes(
        this TrackChunk trackChunk,
        NoteDetectionSettings settings = null,
        TimedEventDetectionSettings timedEventDetectionSettings = null,
        TimedObjectsComparer comparer = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        return trackChunk.Events.ManageNotes(settings, timedEventDetectionSettings, comparer);
    }

    private static List<Note> Of(
        IEnumerable<MidiEvent> events, int index, NoteDetectionSettings settings, TimedEventDetectionSettings timedEventSettings) =>
        NotePairing.Split(TimedEventsManagingUtilities.Of(events, index, timedEventSettings), settings).Notes;
}
