using NAudio.Tests.Support;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.SampleProviders;

public class ChainTests
{
    [StandInFact]
    public void A_file_is_mixed_cut_resampled_and_written()
    {
        float[] tone = Tone.Sine(1000, 44100, 44100 * 2);
        float[] stereo = [.. tone.SelectMany(sample => new[] { sample, sample })];
        using var input = new MemoryStream();
        WaveFileWriter.WriteWavFileToStream(input, new SampleToWaveProvider24(new Floats(stereo, 44100, 2)));
        input.Position = 0;

        using var reader = new WaveFileReader(input);
        ISampleProvider excerpt = reader.ToSampleProvider().ToMono().Skip(TimeSpan.FromSeconds(0.5)).Take(TimeSpan.FromSeconds(1));
        var resampled = new WdlResamplingSampleProvider(excerpt, 16000);
        using var output = new MemoryStream();
        WaveFileWriter.WriteWavFileToStream(output, resampled.ToWaveProvider16());

        output.Position = 0;
        using var written = new WaveFileReader(output);
        Assert.Equal(new WaveFormat(16000, 16, 1), written.WaveFormat);
        Assert.Equal(16000, written.SampleCount);
        (double level, double rest) = Tone.Measure(Tone.Middle(written.ToSampleProvider().All()), 1000, 16000);
        Assert.Equal(-6.02, level, 0.01);
        Assert.InRange(rest, double.NegativeInfinity, -85); // what 16 bits leave
    }

    [Fact]
    public void A_truncated_stereo_file_goes_through_the_chain()
    {
        byte[] file = RiffBytes.File(
            RiffBytes.Format(new WaveFormat(44100, 16, 2)), RiffBytes.Chunk("data", new byte[4 * 1000 + 2], declaredSize: 4 * 44100));

        using WaveFileReader reader = RiffBytes.Open(file);
        float[] samples = new WdlResamplingSampleProvider(reader.ToSampleProvider().Skip(TimeSpan.FromMilliseconds(1)), 22050).All();

        Assert.Equal(2 * (1000 - 44 + 1) / 2, samples.Length, 1.0);
    }

    [Fact]
    public void Reading_from_the_middle_of_a_file_needs_no_skipping()
    {
        using WaveFileReader reader = RiffBytes.Open(RiffBytes.File(
            RiffBytes.Format(new WaveFormat(1000, 16, 1)),
            RiffBytes.Chunk("data", [.. Enumerable.Range(0, 1000).SelectMany(i => BitConverter.GetBytes((short)i))])));

        reader.CurrentTime = TimeSpan.FromSeconds(0.25);

        Assert.Equal([250 / 32768f, 251 / 32768f], reader.ToSampleProvider().Take(TimeSpan.FromMilliseconds(2)).All());
    }
}
