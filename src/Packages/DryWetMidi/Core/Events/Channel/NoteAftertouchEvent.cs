using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class NoteAftertouchEvent : ChannelEvent
{
    public NoteAftertouchEvent()
        : base(MidiEventType.NoteAftertouch)
    {
    }

    public SevenBitNumber NoteNumber { get; set; }

    public SevenBitNumber AftertouchValue { get; set; }

    internal override (byte First, byte Second) Data
    {
        get => (NoteNumber, AftertouchValue);
        set => (NoteNumber, AftertouchValue) = ((SevenBitNumber)value.First, (SevenBitNumber)value.Second);
    }
}
