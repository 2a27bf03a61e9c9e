using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public abstract class TimeDivision
{
    /// <summary>The division word of a header chunk.</summary>
    internal abstract short Word { get; }

    internal static TimeDivision FromWord(short word) =>
        word < 0 ? new SmpteTimeDivision((SmpteFormat)(-(word >> 8)), (byte)word) : new TicksPerQuarterNoteTimeDivision(word);
}
