using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public abstract class NoteEvent : ChannelEvent
{
    protected NoteEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    protected NoteEvent(MidiEventType eventType, SevenBitNumber noteNumber, SevenBitNumber velocity)
        : this(eventType)
    {
        NoteNumber = noteNumber;
        Velocity = velocity;
    }

    public SevenBitNumber NoteNumber { get; set; }

    public SevenBitNumber Velocity { get; set; }

    internal override (byte First, byte Second) Data
    {
        get => (NoteNumber, Velocity);
        set => (NoteNumber, Velocity) = ((SevenBitNumber)value.First, (SevenBitNumber)value.Second);
    }
}
