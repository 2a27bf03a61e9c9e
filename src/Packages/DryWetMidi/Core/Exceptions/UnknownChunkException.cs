using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChunkException : MidiException
{
    internal UnknownChunkException(string chunkId)
        : base($"The file holds a chunk of unknown type {chunkId}.")
    {
    }
}
