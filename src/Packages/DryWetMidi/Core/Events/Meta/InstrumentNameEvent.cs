namespace Melanchall.DryWetMidi.Core;

public sealed class InstrumentNameEvent : BaseTextEvent
{
    public InstrumentNameEvent()
        : base(MidiEventType.InstrumentName)
    {
    }
}
