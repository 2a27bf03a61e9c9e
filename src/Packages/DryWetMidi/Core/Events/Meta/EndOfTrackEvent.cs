namespace Melanchall.DryWetMidi.Core;

public sealed class EndOfTrackEvent : MetaEvent
{
    internal EndOfTrackEvent()
        : base(MidiEventType.EndOfTrack)
    {
    }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings)
    {
    }
}
