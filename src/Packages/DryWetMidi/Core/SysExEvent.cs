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

    /// <summary>The writer puts the status byte before the data, so data may not bring it along.</summary>
    private protected static byte[] NotBegunBy(byte status, byte[] data) => data is [byte first, ..] && first == status
        ? throw new ArgumentException($"The data begins with the status byte {status:X2}, which the event has already.", nameof(data))
        : data;
}
