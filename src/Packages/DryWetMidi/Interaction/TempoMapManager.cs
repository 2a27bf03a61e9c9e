using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public sealed class TempoMapManager : IDisposable
{
    private readonly EventsCollection[] _eventsCollections;

    public TempoMapManager()
        : this(new TicksPerQuarterNoteTimeDivision())
    {
    }

    public TempoMapManager(TimeDivision timeDivision)
    {
        ArgumentNullException.ThrowIfNull(timeDivision);
        _eventsCollections = [];
        TempoMap = new TempoMap(timeDivision);
    }

    public TempoMapManager(TimeDivision timeDivision, IEnumerable<EventsCollection> eventsCollections)
    {
        ArgumentNullException.ThrowIfNull(timeDivision);
        ArgumentNullException.ThrowIfNull(eventsCollections);
        _eventsCollections = eventsCollections.Where(events => events != null).ToArray();
        if (_eventsCollections.Length == 0)
            throw new ArgumentException("There is no events collection to keep the tempo map in.", nameof(eventsCollections));

        TempoMap = TempoMapEvents.Read(timeDivision, _eventsCollections);
    }

    public TempoMap TempoMap { get; }

    public void SetTempo(long time, Tempo tempo)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        ArgumentNullException.ThrowIfNull(tempo);
        TempoMap.Change(map => map.Tempos.Set(time, tempo));
    }

    public void SetTempo(ITimeSpan time, Tempo tempo) => SetTempo(Ticks(time), tempo);

    public void ClearTempo(long startTime) => ClearTempo(startTime, long.MaxValue);

    public void ClearTempo(ITimeSpan startTime) => ClearTempo(Ticks(startTime));

    public void ClearTempo(long startTime, long endTime)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startTime);
        ArgumentOutOfRangeException.ThrowIfNegative(endTime);
        TempoMap.Change(map => map.Tempos.Clear(startTime, endTime));
    }

    public void ClearTempo(ITimeSpan startTime, ITimeSpan endTime) => ClearTempo(Ticks(startTime), Ticks(endTime));

    public void SetTimeSignature(long time, TimeSignature timeSignature)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        ArgumentNullException.ThrowIfNull(timeSignature);
        TempoMap.Change(map => map.TimeSignatures.Set(time, timeSignature));
    }

    public void SetTimeSignature(ITimeSpan time, TimeSignature timeSignature) => SetTimeSignature(Ticks(time), timeSignature);

    public void ClearTimeSignature(long startTime) => ClearTimeSignature(startTime, long.MaxValue);

    public void ClearTimeSignature(ITimeSpan startTime) => ClearTimeSignature(Ticks(startTime));

    public void ClearTimeSignature(long startTime, long endTime)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startTime);
        ArgumentOutOfRangeException.ThrowIfNegative(endTime);
        TempoMap.Change(map => map.TimeSignatures.Clear(startTime, endTime));
    }

    public void ClearTimeSignature(ITimeSpan startTime, ITimeSpan endTime) => ClearTimeSignature(Ticks(startTime), Ticks(endTime));

    public void ClearTempoMap()
    {
        ClearTempo(0);
        ClearTimeSignature(0);
    }

    public void ReplaceTempoMap(TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(tempoMap);
        TempoMap.Change(map => map.ReplaceWith(tempoMap));
    }

    public void SaveChanges()
    {
        if (_eventsCollections.Length > 0)
            TempoMapEvents.Write(TempoMap, _eventsCollections);
    }

    public void Dispose() => SaveChanges();

    private long Ticks(ITimeSpan time) => TimeConverter.ConvertFrom(time, TempoMap);
}
