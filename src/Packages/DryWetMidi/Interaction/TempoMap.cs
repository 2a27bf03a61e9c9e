using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public sealed class TempoMap
{
    public static readonly TempoMap Default = new(new TicksPerQuarterNoteTimeDivision());

    private TimeDivision _timeDivision;
    private MetricScale _metricScale;

    internal TempoMap(TimeDivision timeDivision)
    {
        _timeDivision = timeDivision;
    }

    public TimeDivision TimeDivision => _timeDivision;

    internal ValueLine<Tempo> Tempos { get; } = new(Tempo.Default);

    internal ValueLine<TimeSignature> TimeSignatures { get; } = new(TimeSignature.Default);

    /// <summary>Ticks to microseconds and back; kept until the map changes.</summary>
    internal MetricScale MetricScale => _metricScale ??= new MetricScale(this);

    /// <summary>A division of zero, which only a damaged file has, counts as one.</summary>
    internal int TicksPerQuarterNote => _timeDivision is TicksPerQuarterNoteTimeDivision division
        ? Math.Max((int)division.TicksPerQuarterNote, 1)
        : throw new ArgumentException($"Times in a division of {_timeDivision} are not converted; it takes one in ticks per quarter note.", "tempoMap");

    public static TempoMap Create(TimeDivision timeDivision) => Create(timeDivision, Tempo.Default, TimeSignature.Default);

    public static TempoMap Create(TimeDivision timeDivision, Tempo tempo) => Create(timeDivision, tempo, TimeSignature.Default);

    public static TempoMap Create(TimeDivision timeDivision, TimeSignature timeSignature) =>
        Create(timeDivision, Tempo.Default, timeSignature);

    public static TempoMap Create(TimeDivision timeDivision, Tempo tempo, TimeSignature timeSignature)
    {
        ArgumentNullException.ThrowIfNull(timeDivision);
        ArgumentNullException.ThrowIfNull(tempo);
        ArgumentNullException.ThrowIfNull(timeSignature);
        var tempoMap = new TempoMap(timeDivision);
        tempoMap.Tempos.Set(0, tempo);
        tempoMap.TimeSignatures.Set(0, timeSignature);
        return tempoMap;
    }

    public static TempoMap Create(Tempo tempo) => Create(tempo, TimeSignature.Default);

    public static TempoMap Create(TimeSignature timeSignature) => Create(Tempo.Default, timeSignature);

    public static TempoMap Create(Tempo tempo, TimeSignature timeSignature) =>
        Create(new TicksPerQuarterNoteTimeDivision(), tempo, timeSignature);

    public IEnumerable<ValueChange<Tempo>> GetTempoChanges() => Tempos.Changes;

    public Tempo GetTempoAtTime(ITimeSpan time) => Tempos.At(TimeConverter.ConvertFrom(time, this));

    public IEnumerable<ValueChange<TimeSignature>> GetTimeSignatureChanges() => TimeSignatures.Changes;

    public TimeSignature GetTimeSignatureAtTime(ITimeSpan time) => TimeSignatures.At(TimeConverter.ConvertFrom(time, this));

    public TempoMap Clone()
    {
        var clone = new TempoMap(_timeDivision.Clone());
        clone.Tempos.ReplaceWith(Tempos);
        clone.TimeSignatures.ReplaceWith(TimeSignatures);
        return clone;
    }

    public override bool Equals(object obj) =>
        obj is TempoMap other
        && Equals(other._timeDivision, _timeDivision)
        && other.Tempos.Same(Tempos)
        && other.TimeSignatures.Same(TimeSignatures);

    public override int GetHashCode() => HashCode.Combine(_timeDivision, Tempos.Changes.Count, TimeSignatures.Changes.Count);

    internal void Change(Action<TempoMap> change)
    {
        change(this);
        _metricScale = null;
    }

    internal void ReplaceWith(TempoMap other)
    {
        _timeDivision = other._timeDivision.Clone();
        Tempos.ReplaceWith(other.Tempos);
        TimeSignatures.ReplaceWith(other.TimeSignatures);
    }
}
