using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class ControlChangeEvent : ChannelEvent
{
    public ControlChangeEvent()
        : base(MidiEventType.ControlChange)
    {
    }

    public SevenBitNumber ControlNumber { get; set; }

    public SevenBitNumber ControlValue { get; set; }

    internal override (byte First, byte Second) Data
    {
        get => (ControlNumber, ControlValue);
        set => (ControlNumber, ControlValue) = ((SevenBitNumber)value.First, (SevenBitNumber)value.Second);
    }
}
