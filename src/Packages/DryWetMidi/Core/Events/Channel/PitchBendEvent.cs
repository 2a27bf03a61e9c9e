namespace Melanchall.DryWetMidi.Core;

public sealed class PitchBendEvent : ChannelEvent
{
    public const ushort MaxPitchValue = 16383;
    public const ushort DefaultPitchValue = 8192;

    private ushort _pitchValue = DefaultPitchValue;

    public PitchBendEvent()
        : base(MidiEventType.PitchBend)
    {
    }

    public ushort PitchValue
    {
        get => _pitchValue;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxPitchValue);
            _pitchValue = value;
        }
    }

    internal override (byte First, byte Second) Data
    {
        get => ((byte)(_pitchValue & 0x7F), (byte)(_pitchValue >> 7));
        set => _pitchValue = (ushort)(value.First | value.Second << 7);
    }
}
