namespace Melanchall.DryWetMidi.Core;

public sealed class SequenceNumberEvent : MetaEvent
{
    public SequenceNumberEvent()
        : base(MidiEventType.SequenceNumber)
    {
    }

    public ushort Number { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
        // Zero length is legal: the number is then the track's own position in the file.
        if (size >= sizeof(ushort))
            Number = reader.ReadWord();
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteWord(Number);
}
