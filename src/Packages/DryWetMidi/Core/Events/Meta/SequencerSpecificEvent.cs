namespace Melanchall.DryWetMidi.Core;

public sealed class SequencerSpecificEvent : MetaEvent
{
    public SequencerSpecificEvent()
        : base(MidiEventType.SequencerSpecific)
    {
    }

    public byte[] Data { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) => Data = reader.ReadBytes(size);

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteBytes(Data);
}
