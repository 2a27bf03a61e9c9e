namespace Melanchall.DryWetMidi.Core;

public sealed class EscapeSysExEvent : SysExEvent
{
    internal const byte Status = 0xF7;

    public EscapeSysExEvent()
        : base(MidiEventType.EscapeSysEx)
    {
    }

    private protected override byte StatusByte => Status;
}
