using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChannelEventException : MidiException
{
    internal UnknownChannelEventException(FourBitNumber statusByte, FourBitNumber channel)
        : base($"Unknown event with status {(byte)statusByte:X}{(byte)channel:X} (hexadecimal).")
    {
        StatusByte = statusByte;
        Channel = channel;
    }

    public FourBitNumber StatusByte { get; }

    public FourBitNumber Channel { get; }
}
