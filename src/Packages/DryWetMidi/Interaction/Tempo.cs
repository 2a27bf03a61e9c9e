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

    public static Tempo FromMillisecondsPerQuarterNote(long millisecondsPerQuarterNote)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(millisecondsPerQuarterNote);
        return new Tempo(millisecondsPerQuarterNote * 1000);
    }

    public static Tempo FromBeatsPerMinute(double beatsPerMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beatsPerMinute);
        return new Tempo(TimeSpanMath.Round(MicrosecondsPerMinute / beatsPerMinute));
    }

    public static bool operator ==(Tempo tempo1, Tempo tempo2) => Equals(tempo1, tempo2);

    public static bool operator !=(Tempo tempo1, Tempo tempo2) => !Equals(tempo1, tempo2);

    public override bool Equals(object obj) => obj is Tempo other && other.MicrosecondsPerQuarterNote == MicrosecondsPerQuarterNote;

    public override int GetHashCode() => MicrosecondsPerQuarterNote.GetHashCode();

    public override string ToString() => $"{MicrosecondsPerQuarterNote} μs/qnote";
}
