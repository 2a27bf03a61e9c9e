using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class InvalidChunkSizeException : MidiException
{
    internal InvalidChunkSizeException(string chunkId, long expectedSize, long actualSize)
        : base($"The chunk {chunkId} declares {expectedSize} bytes but its content takes {actualSize}.")
    {
    }
}
