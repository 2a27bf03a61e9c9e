namespace Melanchall.DryWetMidi.Core;

public sealed class NormalSysExEvent : SysExEvent
{
    internal const byte Status = 0xF0;

    public NormalSysExEvent()
        : base(MidiEventType.NormalSysEx)
    {
    }

    private protected override byte StatusByte => Status;
}
