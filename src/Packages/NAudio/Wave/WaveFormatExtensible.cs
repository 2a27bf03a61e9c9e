namespace NAudio.Wave;

public class WaveFormatExtensible : WaveFormat
{
    internal const int ExtensionSize = 22;
    private const int SubFormatOffset = 6;

    public WaveFormatExtensible(int rate, int bits, int channels, int channelMask = 0)
        : this(rate, bits, channels, bits == 32, bits, channelMask)
    {
    }

    public WaveFormatExtensible(int rate, int bits, int channels, bool useIeeeFloat, int validBitsPerSample, Speakers channelMask)
        : this(rate, bits, channels, useIeeeFloat, validBitsPerSample, (int)channelMask)
    {
    }

    public WaveFormatExtensible(int rate, int bits, int channels, bool useIeeeFloat, int validBitsPerSample, int channelMask)
        : this(
            rate,
            bits,
            channels,
            useIeeeFloat ? AudioMediaSubtypes.MEDIASUBTYPE_IEEE_FLOAT : AudioMediaSubtypes.MEDIASUBTYPE_PCM,
            validBitsPerSample,
            channelMask)
    {
    }

    public WaveFormatExtensible(int rate, int bits, int channels, Guid subFormat, int validBitsPerSample, Speakers channelMask)
        : this(rate, bits, channels, subFormat, validBitsPerSample, (int)channelMask)
    {
    }

    public WaveFormatExtensible(int rate, int bits, int channels, Guid subFormat, int validBitsPerSample, int channelMask)
        : base(WaveFormatEncoding.Extensible, rate, channels, bits)
    {
        ExtraSize = ExtensionSize;
        SubFormat = subFormat;
        ValidBitsPerSample = validBitsPerSample;

        // Without a mask the channels are the first ones of the usual order; there are no more than 32 to name.
        ChannelMask = channelMask != 0 ? channelMask : channels < 32 ? (1 << channels) - 1 : -1;
    }

    public int ValidBitsPerSample { get; }

    public int ChannelMask { get; }

    public Guid SubFormat { get; }

    public WaveFormat ToStandardWaveFormat() => Standard(this, SubFormat);

    public override void Serialize(BinaryWriter writer)
    {
        base.Serialize(writer);
        writer.Write((short)ValidBitsPerSample);
        writer.Write(ChannelMask);
        writer.Write(SubFormat.ToByteArray());
    }

    public override string ToString() => $"WAVE_FORMAT_EXTENSIBLE {SubFormat} {SampleRate}Hz {Channels} channels {BitsPerSample} bit";

    /// <summary>The same for a format that was read from a file and has its extension as bytes.</summary>
    internal static WaveFormat ToStandardWaveFormat(WaveFormatExtraData format) =>
        format.ExtraSize < ExtensionSize ? format : Standard(format, new Guid(format.ExtraData.AsSpan(SubFormatOffset, 16)));

    private static WaveFormat Standard(WaveFormat format, Guid subFormat)
    {
        if (subFormat == AudioMediaSubtypes.MEDIASUBTYPE_PCM)
            return As(WaveFormatEncoding.Pcm);
        return subFormat == AudioMediaSubtypes.MEDIASUBTYPE_IEEE_FLOAT ? As(WaveFormatEncoding.IeeeFloat) : format;

        WaveFormat As(WaveFormatEncoding tag) => CreateCustomFormat(
            tag, format.SampleRate, format.Channels, format.AverageBytesPerSecond, format.BlockAlign, format.BitsPerSample);
    }
}
