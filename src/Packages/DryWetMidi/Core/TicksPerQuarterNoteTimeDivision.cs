namespace Melanchall.DryWetMidi.Core;

public sealed class TicksPerQuarterNoteTimeDivision : TimeDivision
{
    public const short DefaultTicksPerQuarterNote = 96;

    public TicksPerQuarterNoteTimeDivision()
        : this(DefaultTicksPerQuarterNote)
    {
    }

    public TicksPerQuarterNoteTimeDivision(short ticksPerQuarterNote)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticksPerQuarterNote);
        TicksPerQuarterNote = ticksPerQuarterNote;
    }

    public short TicksPerQuarterNote { get; }

    internal override short Word => TicksPerQuarterNote;

    public override TimeDivision Clone() => new TicksPerQuarterNoteTimeDivision(TicksPerQuarterNote);

    public static bool operator ==(TicksPerQuarterNoteTimeDivision timeDivision1, TicksPerQuarterNoteTimeDivision timeDivision2) =>
        Equals(timeDivision1, timeDivision2);

    public static bool operator !=(TicksPerQuarterNoteTimeDivision timeDivision1, TicksPerQuarterNoteTimeDivision timeDivision2) =>
        !Equals(timeDivision1, timeDivision2);

    public override bool Equals(object obj) =>
        obj is TicksPerQuarterNoteTimeDivision other && other.TicksPerQuarterNote == TicksPerQuarterNote;

    public override int GetHashCode() => TicksPerQuarterNote.GetHashCode();

    public override string ToString() => $"{TicksPerQuarterNote} ticks/qnote";
}
