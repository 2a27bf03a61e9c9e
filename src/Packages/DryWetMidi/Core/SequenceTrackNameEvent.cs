namespace Melanchall.DryWetMidi.Core;

public sealed class SequenceTrackNameEvent : BaseTextEvent
{
    public SequenceTrackNameEvent()
        : base(MidiEventType.SequenceTrackName)
    {
    }

    public SequenceTrackNameEvent(string name)
        : base(MidiEventType.SequenceTrackName, name)
    {
    }

    public override string ToString() => $"Sequence/Track Name ({Text})";
}
