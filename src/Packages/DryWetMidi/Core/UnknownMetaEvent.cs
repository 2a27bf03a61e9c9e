namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownMetaEvent : MetaEvent
{
    internal UnknownMetaEvent(byte statusByte, byte[] data = null)
        : base(MidiEventType.UnknownMeta)
    {
        StatusByte = statusByte;
        Data = data;
    }

    public byte StatusByte { get; }

    public byte[] Data { get; private set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) => Data = reader.ReadData(settings, size);

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteBytes(Data);

    private protected override MidiEvent CloneCore() => new UnknownMetaEvent(StatusByte, Data?.ToArray()) { DeltaTime = DeltaTime };

    public override string ToString() => $"Unknown meta event ({StatusByte})";
}
