namespace Melanchall.DryWetMidi.Core;

public sealed class InstrumentNameEvent : BaseTextEvent
{
    public InstrumentNameEvent()
        : base(MidiEventType.InstrumentName)
    {
    }

    public InstrumentNameEvent(string instrumentName)
        : base(MidiEventType.InstrumentName, instrumentName)
    {
    }

    public override string ToString() => $"Instrument Name ({Text})";
}
