namespace Melanchall.DryWetMidi.Core;

public sealed class NormalSysExEvent : SysExEvent
{
    internal const byte Status = 0xF0;

    public NormalSysExEvent()
        : base(MidiEventType.NormalSysEx)
    {
    }

    public NormalSysExEvent(byte[] data)
        : this()
    {
        Data = NotBegunBy(Status, data);
    }

    private protected override MidiEvent CloneCore() => new NormalSysExEvent(Data?.ToArray()) { DeltaTime = DeltaTime };

    public override string ToString() => "Normal SysEx";
}
