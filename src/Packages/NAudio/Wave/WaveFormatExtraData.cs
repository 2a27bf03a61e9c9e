namespace NAudio.Wave;

public class WaveFormatExtraData : WaveFormat
{
    private const int MaxExtraSize = 100;

    public WaveFormatExtraData(BinaryReader reader)
        : this(reader, reader.ReadInt32())
    {
    }

    internal WaveFormatExtraData(BinaryReader reader, int chunkLength)
        : base(reader, chunkLength)
    {
        // More than any known format has: it is left out, and the format is read without it.
        ExtraData = ExtraSize > MaxExtraSize ? [] : reader.ReadBytes(ExtraSize);
        ExtraSize = ExtraData.Length;
    }

    public byte[] ExtraData { get; }

    public override void Serialize(BinaryWriter writer)
    {
        base.Serialize(writer);
        writer.Write(ExtraData);
    }
}
