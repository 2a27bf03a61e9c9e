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

    public MidiEvent Clone() => CloneCore();

    public static bool Equals(MidiEvent midiEvent1, MidiEvent midiEvent2) => Equals(midiEvent1, midiEvent2, out _);

    public static bool Equals(MidiEvent midiEvent1, MidiEvent midiEvent2, out string message) =>
        Equals(midiEvent1, midiEvent2, null, out message);

    public static bool Equals(MidiEvent midiEvent1, MidiEvent midiEvent2, MidiEventEqualityCheckSettings settings) =>
        Equals(midiEvent1, midiEvent2, settings, out _);

    public static bool Equals(MidiEvent midiEvent1, MidiEvent midiEvent2, MidiEventEqualityCheckSettings settings, out string message) =>
        Equality.OfEvents(midiEvent1, midiEvent2, settings ?? new MidiEventEqualityCheckSettings(), out message);

    private protected virtual MidiEvent CloneCore() => (MidiEvent)MemberwiseClone();
}
