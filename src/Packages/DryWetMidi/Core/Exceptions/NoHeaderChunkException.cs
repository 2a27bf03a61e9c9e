using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class NoHeaderChunkException : MidiException
{
    internal NoHeaderChunkException()
        : base("The file has no MIDI header chunk (MThd).")
    {
    }
}
