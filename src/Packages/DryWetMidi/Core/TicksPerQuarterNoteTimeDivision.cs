namespace Melanchall.DryWetMidi.Core;

public sealed class TicksPerQuarterNoteTimeDivision : TimeDivision
{
    public const short DefaultTicksPerQuarterNote = 96;

    public TicksPerQuarterNoteTimeDivision(short ticksPerQuarterNote)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticksPerQuarterNote);
        TicksPerQuarterNote = ticksPerQuarterNote;
    }

    public short TicksPerQuarterNote { get; }

    internal override short Word => TicksPerQuarterNote;
}
