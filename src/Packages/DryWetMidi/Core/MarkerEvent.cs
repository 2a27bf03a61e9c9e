namespace Melanchall.DryWetMidi.Core;

public sealed class MarkerEvent : BaseTextEvent
{
    public MarkerEvent()
        : base(MidiEventType.Marker)
    {
    }

    public MarkerEvent(string text)
        : base(MidiEventType.Marker, text)
    {
    }

    public override string ToString() => $"Marker ({Text})";
}
