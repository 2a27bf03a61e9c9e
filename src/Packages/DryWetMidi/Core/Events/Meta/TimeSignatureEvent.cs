using System.Numerics;

namespace Melanchall.DryWetMidi.Core;

public sealed class TimeSignatureEvent : MetaEvent
{
    public const byte DefaultNumerator = 4;
    public const byte DefaultDenominator = 4;
    public const byte DefaultClocksPerClick = 24;
    public const byte DefaultThirtySecondNotesPerBeat = 8;

    private byte _denominator = DefaultDenominator;

    public TimeSignatureEvent()
        : base(MidiEventType.TimeSignature)
    {
    }

    public TimeSignatureEvent(byte numerator, byte denominator)
        : this()
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public byte Numerator { get; set; } = DefaultNumerator;

    public byte Denominator
    {
        get => _denominator;
        set
        {
            if (!BitOperations.IsPow2(value))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A denominator must be a power of two from 1 to 128.");
            _denominator = value;
        }
    }

    public byte ClocksPerClick { get; set; } = DefaultClocksPerClick;

    public byte ThirtySecondNotesPerBeat { get; set; } = DefaultThirtySecondNotesPerBeat;

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
        Numerator = reader.ReadByte();
        int power = reader.ReadByte();
        Denominator = power < 8 ? (byte)(1 << power) : byte.MaxValue; // a power too high is refused whatever the policy
        if (size < 4)
            return; // some writers leave out the two metronome values

        ClocksPerClick = reader.ReadByte();
        ThirtySecondNotesPerBeat = reader.ReadByte();
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings)
    {
        writer.WriteByte(Numerator);
        writer.WriteByte((byte)BitOperations.Log2(Denominator));
        writer.WriteByte(ClocksPerClick);
        writer.WriteByte(ThirtySecondNotesPerBeat);
    }
}
