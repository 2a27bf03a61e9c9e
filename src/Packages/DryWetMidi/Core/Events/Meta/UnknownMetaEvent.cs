namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownMetaEvent : MetaEvent
{
    internal UnknownMetaEvent(byte statusByte)
        : base(MidiEventType.UnknownMeta)
    {
        StatusByte = statusByte;
    }

    public byte StatusByte { get; }

    public byte[] Data { get; private set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) => Data = reader.ReadBytes(size);

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteBytes(Data);
}
