namespace Melanchall.DryWetMidi.Core;

public sealed class MarkerEvent : BaseTextEvent
{
    public MarkerEvent()
        : base(MidiEventType.Marker)
    {
    }
}
