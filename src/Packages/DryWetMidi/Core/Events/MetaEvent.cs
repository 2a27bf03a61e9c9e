namespace Melanchall.DryWetMidi.Core;

public abstract class MetaEvent : MidiEvent
{
    internal MetaEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    /// <summary>Reads the content, of which the file declares <paramref name="size"/> bytes.</summary>
    internal abstract void ReadContent(MidiReader reader, ReadingSettings settings, int size);

    internal abstract void WriteContent(MidiWriter writer, WritingSettings settings);
}
