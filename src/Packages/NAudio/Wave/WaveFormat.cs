namespace NAudio.Wave;

public class WaveFormat
{
    private protected const int PlainSize = 16;
    private protected const int SizeBeforeExtraData = 18;

    public WaveFormat()
        : this(44100, 16, 2)
    {
    }

    public WaveFormat(int sampleRate, int channels)
        : this(sampleRate, 16, channels)
    {
    }

    public WaveFormat(int rate, int bits, int channels)
        : this(WaveFormatEncoding.Pcm, rate, channels, bits)
    {
    }

    public WaveFormat(BinaryReader br)
        : this(br, br.ReadInt32())
    {
    }

    private protected WaveFormat(WaveFormatEncoding tag, int rate, int channels, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        Encoding = tag;
        SampleRate = rate;
        Channels = channels;
        BitsPerSample = bits;
        BytesPerBlock = channels * (bits / 8);
        AverageBytesPerSecond = rate * BytesPerBlock;
    }

    /// <summary>Reads the fields that every format chunk has; extra data is left to be read.</summary>
    private protected WaveFormat(BinaryReader reader, int chunkLength)
    {
        if (chunkLength < PlainSize)
            throw new InvalidDataException($"The format chunk has {chunkLength} bytes; it needs {PlainSize} at least.");

        Encoding = (WaveFormatEncoding)reader.ReadUInt16();
        Channels = reader.ReadInt16();
        SampleRate = reader.ReadInt32();
        AverageBytesPerSecond = reader.ReadInt32();
        BytesPerBlock = reader.ReadInt16();
        BitsPerSample = reader.ReadInt16();
        if (chunkLength < SizeBeforeExtraData)
            return;

        // What the chunk holds is decided by its length, which the count after the fields only repeats.
        reader.ReadInt16();
        ExtraSize = chunkLength - SizeBeforeExtraData;
    }

    public WaveFormatEncoding Encoding { get; private protected init; }

    public int Channels { get; private init; }

    public int SampleRate { get; private init; }

    public int AverageBytesPerSecond { get; private init; }

    public virtual int BlockAlign => BytesPerBlock;

    public int BitsPerSample { get; private init; }

    public int ExtraSize { get; private protected init; }

    private int BytesPerBlock { get; init; }

    public static WaveFormat CreateCustomFormat(
        WaveFormatEncoding tag, int sampleRate, int channels, int averageBytesPerSecond, int blockAlign, int bitsPerSample) =>
        new(tag, sampleRate, channels, bitsPerSample) { AverageBytesPerSecond = averageBytesPerSecond, BytesPerBlock = blockAlign };

    public static WaveFormat CreateIeeeFloatWaveFormat(int sampleRate, int channels) =>
        new(WaveFormatEncoding.IeeeFloat, sampleRate, channels, 32);

    public static WaveFormat FromFormatChunk(BinaryReader br, int formatChunkLength) => new WaveFormatExtraData(br, formatChunkLength);

    public int ConvertLatencyToByteSize(int milliseconds)
    {
        int bytes = (int)(AverageBytesPerSecond / 1000.0 * milliseconds);
        int partOfBlock = bytes % BlockAlign;
        return partOfBlock == 0 ? bytes : bytes + BlockAlign - partOfBlock;
    }

    /// <summary>Writes the length of the format chunk and the chunk.</summary>
    public virtual void Serialize(BinaryWriter writer)
    {
        bool isPlain = Encoding == WaveFormatEncoding.Pcm && ExtraSize == 0;
        writer.Write(isPlain ? PlainSize : SizeBeforeExtraData + ExtraSize);
        writer.Write((ushort)Encoding);
        writer.Write((short)Channels);
        writer.Write(SampleRate);
        writer.Write(AverageBytesPerSecond);
        writer.Write((short)BlockAlign);
        writer.Write((short)BitsPerSample);
        if (!isPlain)
            writer.Write((short)ExtraSize);
    }

    public override bool Equals(object obj) =>
        obj is WaveFormat other
        && Encoding == other.Encoding
        && Channels == other.Channels
        && SampleRate == other.SampleRate
        && AverageBytesPerSecond == other.AverageBytesPerSecond
        && BlockAlign == other.BlockAlign
        && BitsPerSample == other.BitsPerSample;

    public override int GetHashCode() =>
        HashCode.Combine(Encoding, Channels, SampleRate, AverageBytesPerSecond, BlockAlign, BitsPerSample);

    public override string ToString() => Encoding switch
    {
        WaveFormatEncoding.Pcm or WaveFormatEncoding.Extensible => $"{BitsPerSample} bit PCM: {SampleRate}Hz {Channels} channels",
        WaveFormatEncoding.IeeeFloat => $"{BitsPerSample} bit IEEEFloat: {SampleRate}Hz {Channels} channels",
        _ => Encoding.ToString(),
    };
}
