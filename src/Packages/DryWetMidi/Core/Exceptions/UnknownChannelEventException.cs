using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChannelEventException : MidiException
{
    internal UnknownChannelEventException(byte statusByte)
        : base($"Unknown event with status {statusByte:X2} (hexadecimal).")
    {
    }
}
