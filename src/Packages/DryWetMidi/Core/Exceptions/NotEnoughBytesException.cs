using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class NotEnoughBytesException : MidiException
{
    internal NotEnoughBytesException(long position, long expectedCount, long actualCount)
        : base($"The data ends too early: at byte {position} there should be {expectedCount} more, but {actualCount} are left.")
    {
    }
}
