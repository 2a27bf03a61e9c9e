using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class NoteAftertouchEvent : ChannelEvent
{
    public NoteAftertouchEvent()
        : base(MidiEventType.NoteAftertouch)
    {
    }

    public NoteAftertouchEvent(SevenBitNumber noteNumber, SevenBitNumber aftertouchValue)
        : this()
    {
        NoteNumber = noteNumber;
        AftertouchValue = aftertouchValue;
    }

    public SevenBitNumber NoteNumber { get; set; }

    public SevenBitNumber AftertouchValue { get; set; }

    internal override (byte First, byte Second) Data
    {
        get => (NoteNumber, AftertouchValue);
        set => (NoteNumber, AftertouchValue) = ((SevenBitNumber)value.First, (SevenBitNumber)value.Second);
    }

    public override string ToString() => $"Note Aftertouch [{Channel}] ({NoteNumber}, {AftertouchValue})";
}
