using NAudio.Tests.Support;
using NAudio.Wave;

namespace NAudio.Tests.Wave;

public class WaveFileRoundTripTests
{
    public static TheoryData<int, int, bool, bool> Formats
    {
        get
        {
            var formats = new TheoryData<int, int, bool, bool>();
            foreach (int bits in new[] { 8, 16, 24, 32 })
            {
                foreach (int channels in new[] { 1, 2, 3, 6 })
                {
                    formats.Add(bits, channels, false, false);
                    formats.Add(bits, channels, false, true);
                    if (bits == 32)
                    {
                        formats.Add(bits, channels, true, false);
                        formats.Add(bits, channels, true, true);
                    }
                }
            }

            return formats;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_byte_and_the_format_come_back(int bits, int channels, bool isFloat, bool isExtensible)
    {
        WaveFormat format = Format(bits, channels, isFloat, isExtensible);
        var bytes = new byte[format.BlockAlign * 1001];
        new Random(bits + channels).NextBytes(bytes);

        using WaveFileReader reader = RiffBytes.Open(Write(format, writer => writer.Write(bytes)));

        Assert.Equal(format, reader.WaveFormat);
        Assert.Equal(bytes.Length, reader.Length);
        Assert.Equal(1001, reader.SampleCount);
        Assert.Equal(1001 / 44100.0, reader.TotalTime.TotalSeconds, 1e-7);
        Assert.Equal(bytes, reader.All());
        Assert.Equal(0, reader.Read(new byte[format.BlockAlign]));
    }

    [Theory]
    [InlineData(16, 1, false, false)]
    [InlineData(16, 2, false, true)]
    [InlineData(24, 1, false, false)]
    [InlineData(24, 6, false, true)]
    [InlineData(32, 2, false, true)]
    [InlineData(32, 1, true, false)]
    [InlineData(32, 6, true, true)]
    public void Samples_come_back_as_exactly_as_their_depth_holds_them(int bits, int channels, bool isFloat, bool isExtensible)
    {
        float[] samples = Tone.Sine(440, 44100, 300 * channels, amplitude: 1);
        WaveFormat format = Format(bits, channels, isFloat, isExtensible);

        using WaveFileReader reader = RiffBytes.Open(Write(format, writer => writer.WriteSamples(samples, 0, samples.Length)));
        float[] read = reader.ToSampleProvider().All();

        // Full scale is one step below 1, and the writer cuts fractions off: two steps.
        double error = isFloat ? 0 : Math.Max(2 / Math.Pow(2, bits - 1), 1.2e-7);
        Assert.Equal(samples.Length, read.Length);
        Assert.All(samples.Zip(read), pair => Assert.InRange(pair.Second - pair.First, -error, error));
    }

    [Fact]
    public void Every_16_bit_value_comes_back_through_a_file()
    {
        short[] samples = [.. Enumerable.Range(short.MinValue, 65536).Select(value => (short)value)];

        byte[] file = Write(new WaveFormat(44100, 1), writer => writer.WriteSamples(samples, 0, samples.Length));
        using WaveFileReader reader = RiffBytes.Open(file);

        Assert.Equal(samples.Select(sample => sample / 32768f), reader.ToSampleProvider().All());
    }

    [StandInTheory]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    public void Frames_are_the_same_as_the_samples_of_the_chain(int bits)
    {
        foreach (bool isFloat in bits == 32 ? new[] { false, true } : [false])
        {
            WaveFormat format = Format(bits, 3, isFloat, isExtensible: true);
            float[] samples = Tone.Sine(1000, 44100, 30);
            byte[] file = Write(format, writer => writer.WriteSamples(samples, 0, samples.Length));
            using WaveFileReader reader = RiffBytes.Open(file);
            using WaveFileReader chain = RiffBytes.Open(file);

            var frames = new List<float>();
            while (reader.ReadNextSampleFrame() is { } frame)
            {
                Assert.Equal(3, frame.Length);
                frames.AddRange(frame);
            }

            Assert.Equal(chain.ToSampleProvider().All(), frames);
        }
    }

    [Fact]
    public void A_file_on_disk_comes_back()
    {
        using var file = new TemporaryFile();
        float[] samples = Tone.Sine(440, 16000, 16000);

        WaveFileWriter.CreateWaveFile(file.Path, new Floats(samples, 16000, 1).ToWaveProvider());
        using (var reader = new WaveFileReader(file.Path))
            Assert.Equal(samples, reader.ToSampleProvider().All());

        WaveFileWriter.CreateWaveFile16(file.Path, new Floats(samples, 16000, 1)); // over the old one, which is closed
        using (var reader = new WaveFileReader(file.Path))
        {
            Assert.Equal(new WaveFormat(16000, 16, 1), reader.WaveFormat);
            Assert.All(samples.Zip(reader.ToSampleProvider().All()), pair => Assert.Equal(pair.First, pair.Second, 2 / 32768f));
        }
    }

    private static WaveFormat Format(int bits, int channels, bool isFloat, bool isExtensible)
    {
        if (isExtensible)
            return new WaveFormatExtensible(44100, bits, channels, isFloat, bits, 0);
        return isFloat ? WaveFormat.CreateIeeeFloatWaveFormat(44100, channels) : new WaveFormat(44100, bits, channels);
    }

    private static byte[] Write(WaveFormat format, Action<WaveFileWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new WaveFileWriter(stream, format))
            write(writer);
        return stream.ToArray();
    }
}
