namespace Melanchall.DryWetMidi.Core;

public sealed class PortPrefixEvent : MetaEvent
{
    public PortPrefixEvent()
        : base(MidiEventType.PortPrefix)
    {
    }

    public byte Port { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
        if (size > 0)
            Port = reader.ReadByte();
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteByte(Port);
}
