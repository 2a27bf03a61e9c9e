namespace Melanchall.DryWetMidi.Interaction;

public sealed class TempoMap
{
    internal TempoMap()
    {
    }

    internal ValueLine<Tempo> Tempos { get; } = new(Tempo.Default);

    internal ValueLine<TimeSignature> TimeSignatures { get; } = new(TimeSignature.Default);

    public IEnumerable<ValueChange<Tempo>> GetTempoChanges() => Tempos.Changes;

    public IEnumerable<ValueChange<TimeSignature>> GetTimeSignatureChanges() => TimeSignatures.Changes;
}
