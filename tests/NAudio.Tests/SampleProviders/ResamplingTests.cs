using NAudio.Tests.Support;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.SampleProviders;

public class ResamplingTests
{
    public static TheoryData<int, int> Rates
    {
        get
        {
            var rates = new TheoryData<int, int>();
            foreach (int from in new[] { 8000, 22050, 44100, 48000, 96000 })
            {
                foreach (int to in new[] { 8000, 16000, 22050, 44100, 48000 })
                    rates.Add(from, to);
            }

            rates.Add(44100, 44099); // no divisor in common
            rates.Add(48000, 11023);
            rates.Add(192000, 1000);
            return rates;
        }
    }

    [StandInTheory]
    [MemberData(nameof(Rates))]
    public void The_output_is_as_long_as_the_input_in_time(int from, int to)
    {
        int frames = from / 4 + 1;

        float[] output = new WdlResamplingSampleProvider(new Floats(new float[frames * 2], from, 2), to).All();

        Assert.Equal(2 * (((long)frames * to + from - 1) / from), output.Length);
        Assert.All(output, sample => Assert.Equal(0, sample));
    }

    [StandInTheory]
    [InlineData(44100, 16000)]
    [InlineData(8000, 48000)]
    [InlineData(44100, 44099)]
    public void The_size_of_the_blocks_makes_no_difference(int from, int to)
    {
        float[] samples = Noise(6000);
        float[] expected = new WdlResamplingSampleProvider(new Floats(samples, from, 2), to).All(100_000);

        foreach ((int block, int piece) in new[] { (2, 1), (7, 13), (1000, 997), (4096, 5000) })
            Assert.Equal(expected, new WdlResamplingSampleProvider(new Floats(samples, from, 2, piece), to).All(block));
    }

    [StandInFact]
    public void Channels_do_not_touch_each_other()
    {
        float[] left = Noise(9000);
        float[] both = [.. left.SelectMany(sample => new[] { sample, 0, -sample })];

        float[] mono = new WdlResamplingSampleProvider(new Floats(left, 48000, 1), 22050).All();
        float[] three = new WdlResamplingSampleProvider(new Floats(both, 48000, 3), 22050).All();

        Assert.Equal(mono, three.Where((_, i) => i % 3 == 0));
        Assert.All(three.Where((_, i) => i % 3 == 1), sample => Assert.Equal(0, sample));
        Assert.Equal(mono, three.Where((_, i) => i % 3 == 2).Select(sample => -sample));
    }

    [Fact]
    public void At_the_same_rate_nothing_changes()
    {
        float[] samples = Noise(500);

        Assert.Equal(samples, new WdlResamplingSampleProvider(new Floats(samples, 44100, 2), 44100).All());
    }

    [Fact]
    public void An_empty_source_gives_nothing() => Assert.Empty(new WdlResamplingSampleProvider(new Floats([], 44100, 2), 16000).All());

    [Fact]
    public void The_format_has_the_new_rate() => Assert.Equal(
        WaveFormat.CreateIeeeFloatWaveFormat(16000, 2), new WdlResamplingSampleProvider(Floats.Ramp(2, 44100, 2), 16000).WaveFormat);

    [StandInTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void Absurd_rates_are_refused(int rate) =>
        Assert.ThrowsAny<ArgumentException>(() => new WdlResamplingSampleProvider(Floats.Ramp(2, 44100, 1), rate));

    [StandInFact]
    public void Absurdly_many_channels_are_refused() =>
        Assert.Throws<ArgumentException>(() => new WdlResamplingSampleProvider(Floats.Ramp(2, 44100, 30_000), 16000));

    private static float[] Noise(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
    }
}
