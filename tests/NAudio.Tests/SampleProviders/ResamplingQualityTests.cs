using NAudio.Tests.Support;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.SampleProviders;

public class ResamplingQualityTests
{
    private const double SineLevel = -6.0206; // of amplitude one half

    [StandInTheory]
    [InlineData(44100, 16000)]
    [InlineData(48000, 22050)]
    [InlineData(48000, 44100)]
    [InlineData(22050, 48000)]
    [InlineData(44100, 44099)]
    [InlineData(48000, 11023)]
    public void A_sine_of_1_kHz_keeps_its_level_and_nothing_is_added(int from, int to)
    {
        (double level, double rest) = Tone.Measure(Tone.Middle(Resampled(1000, from, to)), 1000, to);

        Assert.Equal(SineLevel, level, 0.001);
        Assert.InRange(rest, double.NegativeInfinity, -100);
    }

    [StandInTheory]
    [InlineData(44100, 16000)]
    [InlineData(48000, 22050)]
    [InlineData(22050, 48000)]
    public void The_band_is_flat_up_to_nine_tenths(int from, int to)
    {
        double half = Math.Min(from, to) / 2.0;
        for (double part = 0.05; part <= 0.9; part += 0.05)
        {
            double frequency = Math.Round(part * half);
            (double level, double rest) = Tone.Measure(Tone.Middle(Resampled(frequency, from, to)), frequency, to);

            Assert.Equal(SineLevel, level, 0.01);
            Assert.InRange(rest, double.NegativeInfinity, -100);
        }
    }

    [StandInTheory]
    [InlineData(44100, 16000)]
    [InlineData(48000, 22050)]
    [InlineData(96000, 44100)]
    public void What_the_new_rate_cannot_hold_is_gone(int from, int to)
    {
        for (double frequency = to / 2.0 + 10; frequency < from / 2.0; frequency += 371)
            Assert.InRange(Tone.Level(Tone.Middle(Resampled(frequency, from, to))), double.NegativeInfinity, SineLevel - 95);
    }

    [StandInTheory]
    [InlineData(44100, 16000)]
    [InlineData(22050, 48000)]
    public void Every_sample_is_that_of_the_same_moment(int from, int to)
    {
        float[] output = Resampled(700, from, to);
        float[] expected = Tone.Sine(700, to, output.Length);

        for (int n = output.Length / 10; n < output.Length * 9 / 10; n++)
            Assert.Equal(expected[n], output[n], 1e-5f);
    }

    [StandInTheory]
    [InlineData(48000, 16000)]
    [InlineData(8000, 44100)]
    public void A_constant_stays_the_same_constant_from_its_first_sample_to_its_last(int from, int to)
    {
        float[] constant = [.. Enumerable.Repeat(0.25f, 20_000)];

        float[] output = new WdlResamplingSampleProvider(new Floats(constant, from, 1), to).All();

        Assert.All(output, sample => Assert.Equal(0.25f, sample, 1e-6f));
    }

    private static float[] Resampled(double frequency, int from, int to) =>
        new WdlResamplingSampleProvider(new Floats(Tone.Sine(frequency, from, from / 2), from, 1), to).All();
}
