namespace Melanchall.DryWetMidi.Core;

public sealed class SequencerSpecificEvent : MetaEvent
{
    public SequencerSpecificEvent()
        : base(MidiEventType.SequencerSpecific)
    {
    }

    public SequencerSpecificEvent(byte[] data)
        : this()
    {
        Data = data;
    }

    public byte[] Data { get; set; }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) => Data = reader.ReadData(settings, size);

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) => writer.WriteBytes(Data);

    private protected override MidiEvent CloneCore() => new SequencerSpecificEvent(Data?.ToArray()) { DeltaTime = DeltaTime };

    public override string ToString() => "Sequencer Specific";
}
