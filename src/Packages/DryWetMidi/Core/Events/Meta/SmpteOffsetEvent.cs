using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class SmpteOffsetEvent : MetaEvent
{
    public const byte MaxHours = 23;
    public const byte MaxMinutes = 59;
    public const byte MaxSeconds = 59;
    public const byte MaxSubFrames = 99;

    /// <summary>In the order of the two bits that stand for them.</summary>
    private static readonly SmpteFormat[] Formats =
        [SmpteFormat.TwentyFour, SmpteFormat.TwentyFive, SmpteFormat.ThirtyDrop, SmpteFormat.Thirty];

    private SmpteFormat _format = SmpteFormat.TwentyFour;
    private byte _hours;
    private byte _minutes;
    private byte _seconds;
    private byte _frames;
    private byte _subFrames;

    public SmpteOffsetEvent()
        : base(MidiEventType.SmpteOffset)
    {
    }

    public SmpteFormat Format
    {
        get => _format;
        set => _format = Check.Defined(value);
    }

    public byte Hours
    {
        get => _hours;
        set => _hours = Check.AtMost(value, MaxHours);
    }

    public byte Minutes
    {
        get => _minutes;
        set => _minutes = Check.AtMost(value, MaxMinutes);
    }

    public byte Seconds
    {
        get => _seconds;
        set => _seconds = Check.AtMost(value, MaxSeconds);
    }

    public byte Frames
    {
        get => _frames;
        set => _frames = Check.AtMost(value, MaxFrames(Format));
    }

    public byte SubFrames
    {
        get => _subFrames;
        set => _subFrames = Check.AtMost(value, MaxSubFrames);
    }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
        // Bits 5 and 6 of the hour byte hold the frame rate.
        byte formatAndHours = reader.ReadByte();
        _format = Formats[formatAndHours >> 5 & 3];
        _hours = Checked(nameof(Hours), (byte)(formatAndHours & 0x1F), MaxHours);
        _minutes = Checked(nameof(Minutes), reader.ReadByte(), MaxMinutes);
        _seconds = Checked(nameof(Seconds), reader.ReadByte(), MaxSeconds);
        _frames = Checked(nameof(Frames), reader.ReadByte(), MaxFrames(_format));
        _subFrames = Checked(nameof(SubFrames), reader.ReadByte(), MaxSubFrames);

        byte Checked(string name, byte value, byte max) => (byte)settings.CheckedMetaValue(EventType, name, value, 0, max);
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings)
    {
        writer.WriteByte((byte)(Array.IndexOf(Formats, Format) << 5 | Hours));
        writer.WriteByte(Minutes);
        writer.WriteByte(Seconds);
        writer.WriteByte(Frames);
        writer.WriteByte(SubFrames);
    }

    private static byte MaxFrames(SmpteFormat format) => format switch
    {
        SmpteFormat.TwentyFour => 23,
        SmpteFormat.TwentyFive => 24,
        SmpteFormat.ThirtyDrop => 28,
        _ => 29,
    };
}
