namespace Melanchall.DryWetMidi.Core;

public abstract class MidiEvent
{
    private long _deltaTime;

    internal MidiEvent(MidiEventType eventType)
    {
        EventType = eventType;
    }

    public MidiEventType EventType { get; }

    public long DeltaTime
    {
        get => _deltaTime;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _deltaTime = value;
        }
    }

    internal virtual MidiEvent Clone() => (MidiEvent)MemberwiseClone();
}
