namespace Melanchall.DryWetMidi.Core;

public sealed class TextEvent : BaseTextEvent
{
    public TextEvent()
        : base(MidiEventType.Text)
    {
    }

    public TextEvent(string text)
        : base(MidiEventType.Text, text)
    {
    }

    public override string ToString() => $"Text ({Text})";
}
