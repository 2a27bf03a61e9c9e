using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class TooManyTrackChunksException : MidiException
{
    internal TooManyTrackChunksException(int trackChunksCount)
        : base($"The file has {trackChunksCount} track chunks; a MIDI file can hold 65535.")
    {
    }
}
