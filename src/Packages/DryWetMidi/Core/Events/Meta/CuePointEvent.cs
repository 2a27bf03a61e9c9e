namespace Melanchall.DryWetMidi.Core;

public sealed class CuePointEvent : BaseTextEvent
{
    public CuePointEvent()
        : base(MidiEventType.CuePoint)
    {
    }
}
