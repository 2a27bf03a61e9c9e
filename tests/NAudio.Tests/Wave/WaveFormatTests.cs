using NAudio.Tests.Support;
using NAudio.Wave;

namespace NAudio.Tests.Wave;

public class WaveFormatTests
{
    [Fact]
    public void The_default_is_that_of_a_compact_disc()
    {
        var format = new WaveFormat();

        Assert.Equal(new WaveFormat(44100, 16, 2), format);
        Assert.Equal(WaveFormatEncoding.Pcm, format.Encoding);
        Assert.Equal(4, format.BlockAlign);
        Assert.Equal(176400, format.AverageBytesPerSecond);
    }

    [Fact]
    public void Two_numbers_are_a_rate_and_channels_of_16_bits() => Assert.Equal(new WaveFormat(8000, 16, 1), new WaveFormat(8000, 1));

    [Fact]
    public void Float_has_32_bits()
    {
        WaveFormat format = WaveFormat.CreateIeeeFloatWaveFormat(48000, 6);

        Assert.Equal(WaveFormatEncoding.IeeeFloat, format.Encoding);
        Assert.Equal(32, format.BitsPerSample);
        Assert.Equal(24, format.BlockAlign);
        Assert.Equal(48000 * 24, format.AverageBytesPerSecond);
    }

    [Fact]
    public void A_custom_format_is_as_it_is_given()
    {
        WaveFormat format = WaveFormat.CreateCustomFormat(WaveFormatEncoding.Gsm610, 8000, 1, 1625, 65, 0);

        Assert.Equal((1625, 65, 0), (format.AverageBytesPerSecond, format.BlockAlign, format.BitsPerSample));
    }

    [Fact]
    public void No_channels_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new WaveFormat(44100, 16, 0));

    [Fact]
    public void Formats_differ_where_any_field_differs()
    {
        var format = new WaveFormat(44100, 16, 2);

        Assert.NotEqual(format, new WaveFormat(48000, 16, 2));
        Assert.NotEqual(format, new WaveFormat(44100, 24, 2));
        Assert.NotEqual(format, new WaveFormat(44100, 16, 1));
        Assert.NotEqual(new WaveFormat(44100, 32, 2), WaveFormat.CreateIeeeFloatWaveFormat(44100, 2));
        Assert.Equal(format.GetHashCode(), new WaveFormat(44100, 16, 2).GetHashCode());
    }

    [Fact]
    public void A_format_reads_in_words()
    {
        Assert.Equal("24 bit PCM: 48000Hz 2 channels", new WaveFormat(48000, 24, 2).ToString());
        Assert.Equal("32 bit IEEEFloat: 16000Hz 1 channels", WaveFormat.CreateIeeeFloatWaveFormat(16000, 1).ToString());
    }

    [Theory]
    [InlineData(100, 17640)]
    [InlineData(1, 176)]
    [InlineData(7, 1236)]
    public void A_latency_is_whole_blocks(int milliseconds, int bytes) =>
        Assert.Equal(bytes, new WaveFormat().ConvertLatencyToByteSize(milliseconds));

    [Fact]
    public void A_format_chunk_comes_back_as_it_was_written()
    {
        foreach (WaveFormat format in new[] { new WaveFormat(22050, 24, 1), WaveFormat.CreateIeeeFloatWaveFormat(96000, 2) })
        {
            using var reader = new BinaryReader(new MemoryStream(RiffBytes.Format(format)[4..]));

            Assert.Equal(format, new WaveFormat(reader));
            Assert.Equal(reader.BaseStream.Length, reader.BaseStream.Position);
        }
    }

    [Fact]
    public void A_format_chunk_that_is_too_short_is_refused()
    {
        using var reader = new BinaryReader(new MemoryStream(new byte[64]));

        Assert.Throws<InvalidDataException>(() => WaveFormat.FromFormatChunk(reader, 14));
    }
}
