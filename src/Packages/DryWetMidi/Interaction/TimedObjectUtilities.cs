using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class TimedObjectUtilities
{
    public static TTime TimeAs<TTime>(this ITimedObject obj, TempoMap tempoMap)
        where TTime : ITimeSpan
    {
        ArgumentNullException.ThrowIfNull(obj);
        return TimeConverter.ConvertTo<TTime>(obj.Time, tempoMap);
    }

    public static ITimeSpan TimeAs(this ITimedObject obj, TimeSpanType timeType, TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return TimeConverter.ConvertTo(obj.Time, timeType, tempoMap);
    }

    public static TObject SetTime<TObject>(this TObject obj, ITimeSpan time, TempoMap tempoMap)
        where TObject : ITimedObject
    {
        ArgumentNullException.ThrowIfNull(obj);
        obj.Time = TimeConverter.ConvertFrom(time, tempoMap);
        return obj;
    }

    public static void AddObjects(this EventsCollection eventsCollection, IEnumerable<ITimedObject> timedObjects)
    {
        ArgumentNullException.ThrowIfNull(eventsCollection);
        ArgumentNullException.ThrowIfNull(timedObjects);
        EventOrder.Add(eventsCollection, timedObjects);
    }

    public static void AddObjects(this TrackChunk trackChunk, IEnumerable<ITimedObject> timedObjects)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        trackChunk.Events.AddObjects(timedObjects);
    }

    public static TrackChunk ToTrackChunk(this IEnumerable<ITimedObject> timedObjects)
    {
        var trackChunk = new TrackChunk();
        trackChunk.AddObjects(timedObjects);
        return trackChunk;
    }

    public static MidiFile ToFile(this IEnumerable<ITimedObject> timedObjects) => new(timedObjects.ToTrackChunk());
}
