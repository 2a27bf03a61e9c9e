using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class TempoMapManagingUtilities
{
    public static TempoMap GetTempoMap(this MidiFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.GetTrackChunks().GetTempoMap(file.TimeDivision);
    }

    public static TempoMap GetTempoMap(this IEnumerable<TrackChunk> trackChunks, TimeDivision timeDivision)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        ArgumentNullException.ThrowIfNull(timeDivision);
        return TempoMapEvents.Read(timeDivision, trackChunks.Select(trackChunk => trackChunk.Events));
    }

    public static TempoMapManager ManageTempoMap(this MidiFile file) => new(file.TimeDivision, TracksOf(file));

    public static TempoMapManager ManageTempoMap(this IEnumerable<EventsCollection> eventsCollections, TimeDivision timeDivision) =>
        new(timeDivision, eventsCollections);

    public static TempoMapManager ManageTempoMap(this IEnumerable<TrackChunk> trackChunks, TimeDivision timeDivision) =>
        new(timeDivision, TracksOf(trackChunks));

    public static void ReplaceTempoMap(this MidiFile file, TempoMap tempoMap)
    {
        TracksOf(file).ReplaceTempoMap(tempoMap);
        file.TimeDivision = tempoMap.TimeDivision.Clone();
    }

    public static void ReplaceTempoMap(this IEnumerable<TrackChunk> trackChunks, TempoMap tempoMap) =>
        TracksOf(trackChunks).ReplaceTempoMap(tempoMap);

    public static void ReplaceTempoMap(this IEnumerable<EventsCollection> eventsCollections, TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(tempoMap);
        using TempoMapManager manager = eventsCollections.ManageTempoMap(tempoMap.TimeDivision);
        manager.ReplaceTempoMap(tempoMap);
    }

    /// <summary>The tracks' events; a file or a collection without tracks gets one, to keep the tempo map in.</summary>
    private static IEnumerable<EventsCollection> TracksOf(MidiFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.GetTrackChunks().Any())
            file.Chunks.Add(new TrackChunk());
        return file.GetTrackChunks().Select(trackChunk => trackChunk.Events);
    }

    private static IEnumerable<EventsCollection> TracksOf(IEnumerable<TrackChunk> trackChunks)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        if (trackChunks is ICollection<TrackChunk> { Count: 0, IsReadOnly: false } empty)
            empty.Add(new TrackChunk());
        return trackChunks.Select(trackChunk => trackChunk.Events);
    }
}
