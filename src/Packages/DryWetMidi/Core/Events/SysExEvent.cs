namespace Melanchall.DryWetMidi.Core;

public abstract class SysExEvent : MidiEvent
{
    protected SysExEvent(MidiEventType eventType)
        : base(eventType)
    {
    }

    public byte[] Data { get; set; }

    private protected abstract byte StatusByte { get; }

    /// <summary>The package reads data that begin with the event's own status byte, but refuses to clone the event.</summary>
    internal override MidiEvent Clone() => Data is [byte first, ..] && first == StatusByte
        ? throw new ArgumentException($"The data begins with the status byte {StatusByte:X2}, which the event has already.", "data")
        : base.Clone();
}
