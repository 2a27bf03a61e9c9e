namespace Melanchall.DryWetMidi.Core;

public sealed class ChannelPrefixEvent : MetaEvent
{
    public ChannelPrefixEvent()
        : base(MidiEventType.ChannelPrefix)
    {
    }

    public byte Channel { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) => Channel = reader.ReadByte();

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteByte(Channel);
}
