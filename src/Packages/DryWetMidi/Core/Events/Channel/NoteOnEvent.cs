using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class NoteOnEvent : NoteEvent
{
    public NoteOnEvent()
        : base(MidiEventType.NoteOn)
    {
    }

    public NoteOnEvent(SevenBitNumber noteNumber, SevenBitNumber velocity)
        : base(MidiEventType.NoteOn, noteNumber, velocity)
    {
    }
}
