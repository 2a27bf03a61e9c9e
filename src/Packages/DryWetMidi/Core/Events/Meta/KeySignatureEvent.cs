namespace Melanchall.DryWetMidi.Core;

public sealed class KeySignatureEvent : MetaEvent
{
    public const sbyte MinKey = -7;
    public const sbyte MaxKey = 7;
    public const byte MinScale = 0;
    public const byte MaxScale = 1;

    private sbyte _key;
    private byte _scale;

    public KeySignatureEvent()
        : base(MidiEventType.KeySignature)
    {
    }

    public sbyte Key
    {
        get => _key;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinKey);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxKey);
            _key = value;
        }
    }

    public byte Scale
    {
        get => _scale;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxScale);
            _scale = value;
        }
    }

    internal override void ReadContent(MidiReader reader, ReadingSettings settings, int size)
    {
        _key = (sbyte)settings.CheckedMetaValue(EventType, nameof(Key), (sbyte)reader.ReadByte(), MinKey, MaxKey);
        _scale = (byte)settings.CheckedMetaValue(EventType, nameof(Scale), reader.ReadByte(), MinScale, MaxScale);
    }

    internal override void WriteContent(MidiWriter writer, WritingSettings settings)
    {
        writer.WriteByte((byte)Key);
        writer.WriteByte(Scale);
    }
}
