namespace Melanchall.DryWetMidi.Core;

public sealed class SetTempoEvent : MetaEvent
{
    public const long MinMicrosecondsPerQuarterNote = 1;
    public const long MaxMicrosecondsPerQuarterNote = 16777215;
    public const long DefaultMicrosecondsPerQuarterNote = 500000;

    private long _microsecondsPerQuarterNote = DefaultMicrosecondsPerQuarterNote;

    public SetTempoEvent()
        : base(MidiEventType.SetTempo)
    {
    }

    public SetTempoEvent(long microsecondsPerQuarterNote)
        : this()
    {
        MicrosecondsPerQuarterNote = microsecondsPerQuarterNote;
    }

    public long MicrosecondsPerQuarterNote
    {
        get => _microsecondsPerQuarterNote;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinMicrosecondsPerQuarterNote);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxMicrosecondsPerQuarterNote);
            _microsecondsPerQuarterNote = value;
        }
    }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size) =>
        MicrosecondsPerQuarterNote = reader.Read3ByteDword(); // a tempo of zero is refused whatever the policy

    internal override void WriteContent(MidiWriter writer, WritingSettings settings) =>
        writer.Write3ByteDword((uint)_microsecondsPerQuarterNote);
}
