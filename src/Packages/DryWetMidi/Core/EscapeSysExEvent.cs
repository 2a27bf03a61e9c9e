namespace Melanchall.DryWetMidi.Core;

public sealed class EscapeSysExEvent : SysExEvent
{
    public EscapeSysExEvent()
        : base(MidiEventType.EscapeSysEx)
    {
    }

    public EscapeSysExEvent(byte[] data)
        : this()
    {
        Data = data;
    }

    public override string ToString() => "Escape SysEx";
}
