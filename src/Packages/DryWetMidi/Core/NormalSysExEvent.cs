namespace Melanchall.DryWetMidi.Core;

public sealed class NormalSysExEvent : SysExEvent
{
    public NormalSysExEvent()
        : base(MidiEventType.NormalSysEx)
    {
    }

    public NormalSysExEvent(byte[] data)
        : this()
    {
        Data = data;
    }

    public override string ToString() => "Normal SysEx";
}
