namespace Melanchall.DryWetMidi.Core;

public abstract class SysExEvent : MidiEvent
{
    public const byte EndOfEventByte = 247;

    protected SysExEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    public byte[] Data { get; set; }

    public bool Completed => Data is { Length: > 0 } && Data[^1] == EndOfEventByte;

    private protected override MidiEvent CloneCore()
    {
        var clone = (SysExEvent)base.CloneCore();
        clone.Data = Data?.ToArray();
        return clone;
    }
}
