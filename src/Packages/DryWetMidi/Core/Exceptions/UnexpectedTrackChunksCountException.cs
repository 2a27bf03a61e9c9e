using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class UnexpectedTrackChunksCountException : MidiException
{
    internal UnexpectedTrackChunksCountException(int expectedCount, int actualCount)
        : base($"The header declares {expectedCount} track chunks but the file holds {actualCount}.")
    {
    }
}
