namespace NAudio.Tests.Support;

internal static class Tone
{
    public static float[] Sine(double frequency, int rate, int count, double amplitude = 0.5) =>
        [.. Enumerable.Range(0, count).Select(n => (float)(amplitude * Math.Sin(2 * Math.PI * frequency * n / rate)))];

    /// <summary>The level of one frequency in dB, 0 for a sine of amplitude 1, and that of all that is left.</summary>
    public static (double Level, double Residue) Measure(ReadOnlySpan<float> samples, double frequency, int rate)
    {
        // Least squares on a sine and a cosine: exact for any length.
        double ss = 0, cc = 0, sc = 0, xs = 0, xc = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * frequency * n / rate);
            ss += s * s;
            cc += c * c;
            sc += s * c;
            xs += samples[n] * s;
            xc += samples[n] * c;
        }

        double determinant = ss * cc - sc * sc;
        double a = (xs * cc - xc * sc) / determinant;
        double b = (xc * ss - xs * sc) / determinant;
        double rest = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * frequency * n / rate);
            double left = samples[n] - a * s - b * c;
            rest += left * left;
        }

        return (Decibels(Math.Sqrt(a * a + b * b)), Decibels(Math.Sqrt(2 * rest / samples.Length)));
    }

    /// <summary>The level of everything in dB, 0 for a sine of amplitude 1.</summary>
    public static double Level(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
            sum += (double)sample * sample;
        return Decibels(Math.Sqrt(2 * sum / samples.Length));
    }

    /// <summary>Without the first and last tenth, where the source begins and ends.</summary>
    public static ReadOnlySpan<float> Middle(float[] samples) => samples.AsSpan(samples.Length / 10, samples.Length * 8 / 10);

    private static double Decibels(double amplitude) => 20 * Math.Log10(amplitude);
}
