namespace Melanchall.DryWetMidi.Core;

public sealed class EscapeSysExEvent : SysExEvent
{
    internal const byte Status = 0xF7;

    public EscapeSysExEvent()
        : base(MidiEventType.EscapeSysEx)
    {
    }

    public EscapeSysExEvent(byte[] data)
        : this()
    {
        Data = NotBegunBy(Status, data);
    }

    private protected override MidiEvent CloneCore() => new EscapeSysExEvent(Data?.ToArray()) { DeltaTime = DeltaTime };

    public override string ToString() => "Escape SysEx";
}
