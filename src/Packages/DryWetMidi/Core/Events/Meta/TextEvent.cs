namespace Melanchall.DryWetMidi.Core;

public sealed class TextEvent : BaseTextEvent
{
    public TextEvent()
        : base(MidiEventType.Text)
    {
    }
}
