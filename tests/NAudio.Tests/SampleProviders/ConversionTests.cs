using NAudio.Tests.Support;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.SampleProviders;

public class ConversionTests
{
    [Fact]
    public void Eight_bits_are_unsigned_around_128() =>
        Assert.Equal([-1, 0, 127 / 128f, -1 / 128f], Samples(new WaveFormat(8000, 8, 1), [0, 128, 255, 127]));

    [Fact]
    public void Sixteen_bits_are_signed() => Assert.Equal(
        [-1, 0.5f, 32767 / 32768f, -1 / 32768f],
        Samples(new WaveFormat(8000, 16, 1), [0, 0x80, 0, 0x40, 0xFF, 0x7F, 0xFF, 0xFF]));

    [Fact]
    public void Twenty_four_bits_are_signed() => Assert.Equal(
        [-1, 0.5f, 8388607 / 8388608f, -1 / 8388608f],
        Samples(new WaveFormat(8000, 24, 1), [0, 0, 0x80, 0, 0, 0x40, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]));

    [Fact]
    public void Thirty_two_bits_are_signed() =>
        Assert.Equal([-1, 0.5f, 0.25f], Samples(new WaveFormat(8000, 32, 1), [0, 0, 0, 0x80, 0, 0, 0, 0x40, 0, 0, 0, 0x20]));

    [Fact]
    public void Floats_are_taken_as_they_are()
    {
        float[] samples = [0.1f, -3f, float.Epsilon];

        Assert.Equal(samples, Samples(WaveFormat.CreateIeeeFloatWaveFormat(8000, 1), [.. samples.SelectMany(BitConverter.GetBytes)]));
    }

    [Fact]
    public void Doubles_are_rounded()
    {
        WaveFormat format = WaveFormat.CreateCustomFormat(WaveFormatEncoding.IeeeFloat, 8000, 1, 64000, 8, 64);

        Assert.Equal([0.1f, -0.75f], Samples(format, [.. new[] { 0.1, -0.75 }.SelectMany(BitConverter.GetBytes)]));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    public void An_extensible_format_gives_the_same_as_its_plain_one(int bits)
    {
        byte[] bytes = [.. Enumerable.Range(0, 240).Select(i => (byte)(i * 7))];
        var extensible = new WaveFormatExtensible(48000, bits, 2, AudioMediaSubtypes.MEDIASUBTYPE_PCM, bits, 0);

        Assert.Equal(Samples(new WaveFormat(48000, bits, 2), bytes), Samples(extensible, bytes));
    }

    [Fact]
    public void The_rate_and_the_channels_stay()
    {
        using WaveFileReader reader = RiffBytes.Open(
            RiffBytes.File(RiffBytes.Format(new WaveFormat(22050, 24, 5)), RiffBytes.Chunk("data", new byte[15])));

        Assert.Equal(WaveFormat.CreateIeeeFloatWaveFormat(22050, 5), reader.ToSampleProvider().WaveFormat);
    }

    [Fact]
    public void Float_becomes_16_bits_with_volume_and_clipping()
    {
        var provider = new SampleToWaveProvider16(new Floats([0.25f, -0.5f, 2, -2, 1, float.NaN], 8000, 1)) { Volume = 2 };
        var bytes = new byte[20];

        Assert.Equal(12, provider.Read(bytes));
        Assert.Equal(new WaveFormat(8000, 16, 1), provider.WaveFormat);
        Assert.Equal(
            [16383, -32767, 32767, -32767, 32767, 0], bytes[..12].Chunk(2).Select(pair => (int)BitConverter.ToInt16(pair)));
    }

    [Fact]
    public void Float_becomes_24_bits()
    {
        var provider = new SampleToWaveProvider24(new Floats([0.5f, -1, 7], 8000, 1));
        var bytes = new byte[30];

        Assert.Equal(9, provider.Read(bytes));
        Assert.Equal(new WaveFormat(8000, 24, 1), provider.WaveFormat);
        Assert.Equal([0xFF, 0xFF, 0x3F, 0x01, 0x00, 0x80, 0xFF, 0xFF, 0x7F], bytes[..9]);
    }

    [Fact]
    public void A_chain_that_is_not_float_is_refused()
    {
        var wrong = new Wrong();

        Assert.Throws<ArgumentException>(() => wrong.ToWaveProvider());
        Assert.Throws<ArgumentException>(() => wrong.ToWaveProvider16());
        Assert.Throws<ArgumentException>(() => new SampleToWaveProvider24(wrong));
    }

    private static float[] Samples(WaveFormat format, byte[] data) =>
        RiffBytes.Open(RiffBytes.File(RiffBytes.Format(format), RiffBytes.Chunk("data", data))).ToSampleProvider().All(60);

    private sealed class Wrong : ISampleProvider
    {
        public WaveFormat WaveFormat { get; } = new(8000, 16, 1);

        public int Read(Span<float> buffer) => 0;
    }
}
