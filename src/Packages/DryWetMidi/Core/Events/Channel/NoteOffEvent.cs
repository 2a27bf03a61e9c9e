using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class NoteOffEvent : NoteEvent
{
    public NoteOffEvent()
        : base(MidiEventType.NoteOff)
    {
    }

    public NoteOffEvent(SevenBitNumber noteNumber, SevenBitNumber velocity)
        : base(MidiEventType.NoteOff, noteNumber, velocity)
    {
    }
}
