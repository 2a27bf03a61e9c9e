using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class ProgramChangeEvent : ChannelEvent
{
    public ProgramChangeEvent()
        : base(MidiEventType.ProgramChange)
    {
    }

    public SevenBitNumber ProgramNumber { get; set; }

    internal override (byte First, byte Second) Data
    {
        get => (ProgramNumber, 0);
        set => ProgramNumber = (SevenBitNumber)value.First;
    }
}
