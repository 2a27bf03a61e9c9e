namespace Melanchall.DryWetMidi.Core;

public sealed class CuePointEvent : BaseTextEvent
{
    public CuePointEvent()
        : base(MidiEventType.CuePoint)
    {
    }

    public CuePointEvent(string text)
        : base(MidiEventType.CuePoint, text)
    {
    }

    public override string ToString() => $"Cue Point ({Text})";
}
