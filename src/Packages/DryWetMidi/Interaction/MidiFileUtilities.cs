using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class MidiFileUtilities
{
    public static TTimeSpan GetDuration<TTimeSpan>(this MidiFile midiFile)
        where TTimeSpan : class, ITimeSpan => midiFile.GetTrackChunks().GetDuration<TTimeSpan>(midiFile.GetTempoMap());

    public static ITimeSpan GetDuration(this MidiFile midiFile, TimeSpanType durationType) =>
        midiFile.GetTrackChunks().GetDuration(durationType, midiFile.GetTempoMap());

    public static TTimeSpan GetDuration<TTimeSpan>(this TrackChunk trackChunk, TempoMap tempoMap)
        where TTimeSpan : class, ITimeSpan => TimeConverter.ConvertTo<TTimeSpan>(End(trackChunk), tempoMap);

    public static ITimeSpan GetDuration(this TrackChunk trackChunk, TimeSpanType durationType, TempoMap tempoMap) =>
        TimeConverter.ConvertTo(End(trackChunk), durationType, tempoMap);

    public static TTimeSpan GetDuration<TTimeSpan>(this IEnumerable<TrackChunk> trackChunks, TempoMap tempoMap)
        where TTimeSpan : class, ITimeSpan => TimeConverter.ConvertTo<TTimeSpan>(End(trackChunks), tempoMap);

    public static ITimeSpan GetDuration(this IEnumerable<TrackChunk> trackChunks, TimeSpanType durationType, TempoMap tempoMap) =>
        TimeConverter.ConvertTo(End(trackChunks), durationType, tempoMap);

    public static bool IsEmpty(this MidiFile midiFile) => midiFile.GetTrackChunks().All(trackChunk => trackChunk.Events.Count == 0);

    private static long End(IEnumerable<TrackChunk> trackChunks)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        return trackChunks.Select(End).DefaultIfEmpty().Max();
    }

    private static long End(TrackChunk trackChunk)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        return trackChunk.Events.WithTimes().LastOrDefault().Time;
    }
}
