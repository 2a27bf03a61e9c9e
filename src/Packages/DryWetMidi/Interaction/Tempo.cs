namespace Melanchall.DryWetMidi.Interaction;

public sealed class Tempo
{
    public static readonly Tempo Default = new(500_000);

    private const double MicrosecondsPerMinute = 60_000_000;

    public Tempo(long microsecondsPerQuarterNote)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(microsecondsPerQuarterNote);
        MicrosecondsPerQuarterNote = microsecondsPerQuarterNote;
    }

    public long MicrosecondsPerQuarterNote { get; }

    public double BeatsPerMinute => MicrosecondsPerMinute / MicrosecondsPerQuarterNote;

    public override bool Equals(object obj) => obj is Tempo other && other.MicrosecondsPerQuarterNote == MicrosecondsPerQuarterNote;

    public override int GetHashCode() => MicrosecondsPerQuarterNote.GetHashCode();
}
