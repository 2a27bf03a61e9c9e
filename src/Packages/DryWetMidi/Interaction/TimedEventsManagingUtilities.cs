using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class TimedEventsManagingUtilities
{
    public static ICollection<TimedEvent> GetTimedEvents(
        this EventsCollection eventsCollection, TimedEventDetectionSettings settings = null)
    {
        ArgumentNullException.ThrowIfNull(eventsCollection);
        return Of(eventsCollection, 0, settings);
    }

    public static ICollection<TimedEvent> GetTimedEvents(this TrackChunk trackChunk, TimedEventDetectionSettings settings = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        return trackChunk.Events.GetTimedEvents(settings);
    }

    public static ICollection<TimedEvent> GetTimedEvents(
        this IEnumerable<TrackChunk> trackChunks, TimedEventDetectionSettings settings = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        return trackChunks
            .SelectMany((trackChunk, i) => Of(trackChunk.Events, i, settings))
            .OrderBy(timedEvent => timedEvent.Time)
            .ToList();
    }

    public static ICollection<TimedEvent> GetTimedEvents(this MidiFile file, TimedEventDetectionSettings settings = null) =>
        file.GetTrackChunks().GetTimedEvents(settings);

    public static TimedObjectsManager<TimedEvent> ManageTimedEvents(
        this EventsCollection eventsCollection, TimedEventDetectionSettings settings = null, TimedObjectsComparer comparer = null)
    {
        ArgumentNullException.ThrowIfNull(eventsCollection);
        return new TimedObjectsManager<TimedEvent>(eventsCollection, Of(eventsCollection, 0, settings), [], comparer);
    }

    public static TimedObjectsManager<TimedEvent> ManageTimedEvents(
        this TrackChunk trackChunk, TimedEventDetectionSettings settings = null, TimedObjectsComparer comparer = null)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        return trackChunk.Events.ManageTimedEvents(settings, comparer);
    }

    /// <summary>Clones of the events, with their times: what is done to them leaves the collection as it is.</summary>
    internal static List<TimedEvent> Of(IEnumerable<MidiEvent> events, int collectionIndex, TimedEventDetectionSettings settings) => events
        .WithTimes()
        .Select(item => (item.Time, Event: item.Event.Clone()))
        .Select((item, i) => settings?.Constructor?.Invoke(new TimedEventData(item.Event, item.Time, collectionIndex, i))
            ?? new TimedEvent(item.Event, item.Time))
        .ToList();
}
