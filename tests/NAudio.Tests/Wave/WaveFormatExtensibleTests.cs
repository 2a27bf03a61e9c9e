using NAudio.Tests.Support;
using NAudio.Wave;

namespace NAudio.Tests.Wave;

public class WaveFormatExtensibleTests
{
    [Fact]
    public void Below_32_bits_it_is_PCM_and_at_32_bits_float()
    {
        Assert.Equal(AudioMediaSubtypes.MEDIASUBTYPE_PCM, new WaveFormatExtensible(44100, 24, 2).SubFormat);
        Assert.Equal(AudioMediaSubtypes.MEDIASUBTYPE_IEEE_FLOAT, new WaveFormatExtensible(44100, 32, 2).SubFormat);
        Assert.Equal(
            AudioMediaSubtypes.MEDIASUBTYPE_PCM,
            new WaveFormatExtensible(44100, 32, 2, useIeeeFloat: false, 24, Speakers.Stereo).SubFormat);
    }

    [Fact]
    public void Without_a_mask_the_first_speakers_are_meant()
    {
        Assert.Equal((int)Speakers.Stereo, new WaveFormatExtensible(44100, 16, 2).ChannelMask);
        Assert.Equal((int)Speakers.Surround51, new WaveFormatExtensible(44100, 16, 6, (int)Speakers.Surround51).ChannelMask);
    }

    [Fact]
    public void Blocks_hold_whole_containers_whatever_bits_are_valid()
    {
        var format = new WaveFormatExtensible(96000, 32, 2, AudioMediaSubtypes.MEDIASUBTYPE_PCM, 24, 0);

        Assert.Equal((32, 24, 8), (format.BitsPerSample, format.ValidBitsPerSample, format.BlockAlign));
        Assert.Equal(new WaveFormat(96000, 32, 2), format.ToStandardWaveFormat());
    }

    [Fact]
    public void Its_chunk_has_40_bytes_with_the_valid_bits_the_mask_and_the_sub_format()
    {
        var format = new WaveFormatExtensible(48000, 32, 6, useIeeeFloat: false, 24, Speakers.Surround51);
        byte[] chunk = RiffBytes.Format(format);

        Assert.Equal(8 + 40, chunk.Length);
        Assert.Equal(0xFFFE, BitConverter.ToUInt16(chunk, 8));
        Assert.Equal(22, BitConverter.ToInt16(chunk, 8 + 16));
        Assert.Equal(24, BitConverter.ToInt16(chunk, 8 + 18));
        Assert.Equal((int)Speakers.Surround51, BitConverter.ToInt32(chunk, 8 + 20));
        Assert.Equal(AudioMediaSubtypes.MEDIASUBTYPE_PCM, new Guid(chunk.AsSpan(8 + 24)));
    }

    [Fact]
    public void Read_back_it_is_extra_data_that_stands_for_the_same_plain_format()
    {
        foreach (int bits in new[] { 8, 16, 24, 32 })
        {
            var format = new WaveFormatExtensible(48000, bits, 3);
            using var reader = new BinaryReader(new MemoryStream(RiffBytes.Format(format)[4..]));
            WaveFormat read = WaveFormat.FromFormatChunk(reader, reader.ReadInt32());

            Assert.Equal(22, Assert.IsType<WaveFormatExtraData>(read).ExtraSize);
            Assert.Equal(format, read);
            Assert.Equal(format.ToStandardWaveFormat(), read.AsStandardWaveFormat());
        }
    }

    [Fact]
    public void A_sub_format_that_is_neither_PCM_nor_float_stays_extensible()
    {
        var format = new WaveFormatExtensible(48000, 16, 2, AudioMediaSubtypes.MEDIASUBTYPE_DOLBY_AC3_SPDIF, 16, 0);

        Assert.Same(format, format.ToStandardWaveFormat());
    }

    [Fact]
    public void A_plain_format_stands_for_itself()
    {
        var format = new WaveFormat(44100, 2);

        Assert.Same(format, format.AsStandardWaveFormat());
    }
}
