using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class ChannelAftertouchEvent : ChannelEvent
{
    public ChannelAftertouchEvent()
        : base(MidiEventType.ChannelAftertouch)
    {
    }

    public SevenBitNumber AftertouchValue { get; set; }

    internal override (byte First, byte Second) Data
    {
        get => (AftertouchValue, 0);
        set => AftertouchValue = (SevenBitNumber)value.First;
    }
}
