namespace Melanchall.DryWetMidi.Core;

public sealed class SequenceTrackNameEvent : BaseTextEvent
{
    public SequenceTrackNameEvent()
        : base(MidiEventType.SequenceTrackName)
    {
    }

    public SequenceTrackNameEvent(string name)
        : this()
    {
        Text = name;
    }
}
