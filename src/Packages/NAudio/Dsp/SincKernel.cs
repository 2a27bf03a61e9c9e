using System.Numerics;
using System.Runtime.InteropServices;

namespace NAudio.Dsp;

/// <summary>
/// A low pass that is evaluated at any place between two input frames: a sinc under a Kaiser window, tabulated.
/// Each row of the table is the filter for one place.
/// </summary>
internal sealed class SincKernel
{
    // A stop band of -100 dB (Kaiser's formula), below what 16 bits can hold.
    private const double KaiserBeta = 0.1102 * (100 - 8.7);

    // Of the sinc, on each side. With this window they make the transition a tenth of the band wide:
    // it is flat up to 0.9 of the lower rate's half, and the stop band begins at that half.
    private const int ZeroCrossings = 64;
    private const double Cutoff = 0.95;

    // Between two zero crossings. Linear interpolation between rows that are this close errs by less than -110 dB.
    private const int RowsPerCrossing = 512;

    private static readonly double KaiserPeak = BesselI0(KaiserBeta);

    private readonly float[] _taps;

    /// <param name="up">The output rate; it has no divisor in common with <paramref name="down"/>.</param>
    /// <param name="down">The input rate.</param>
    public SincKernel(long up, long down)
    {
        double stretch = Math.Max(1, (double)down / up); // a lower output rate needs a lower, and so a wider, low pass
        double reach = ZeroCrossings * stretch;
        HalfWidth = (int)Math.Ceiling(reach);

        // Where there are few places, a row for each makes the filter exact.
        Rows = (int)Math.Min(up, (long)Math.Ceiling(RowsPerCrossing / stretch));
        _taps = new float[(Rows + 1) * Width];
        for (int row = 0; row <= Rows; row++)
            Fill(_taps.AsSpan(row * Width, Width), (double)row / Rows, Cutoff / stretch, reach);
    }

    /// <summary>Input frames on each side of a place.</summary>
    public int HalfWidth { get; }

    public int Width => 2 * HalfWidth;

    public int Rows { get; }

    /// <param name="frames">The <see cref="Width"/> input frames around a place.</param>
    /// <param name="place">How far the place is from the input frame before it, in rows.</param>
    public float Apply(ReadOnlySpan<float> frames, double place)
    {
        int row = (int)place;
        float before = Dot(Row(row), frames);
        double fraction = place - row;
        return fraction == 0 ? before : (float)(before + fraction * (Dot(Row(row + 1), frames) - before));
    }

    private static void Fill(Span<float> row, double place, double cutoff, double reach)
    {
        var exact = new double[row.Length];
        double sum = 0;
        for (int tap = 0; tap < row.Length; tap++)
        {
            double x = tap - (row.Length / 2 - 1) - place;
            exact[tap] = Sinc(cutoff * x) * Kaiser(x / reach);
            sum += exact[tap];
        }

        // A constant comes out as it went in.
        for (int tap = 0; tap < row.Length; tap++)
            row[tap] = (float)(exact[tap] / sum);
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Kaiser(double x) => Math.Abs(x) >= 1 ? 0 : BesselI0(KaiserBeta * Math.Sqrt(1 - x * x)) / KaiserPeak;

    private static double BesselI0(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> wideA = MemoryMarshal.Cast<float, Vector<float>>(a);
        ReadOnlySpan<Vector<float>> wideB = MemoryMarshal.Cast<float, Vector<float>>(b);
        Vector<float> sums = Vector<float>.Zero;
        for (int i = 0; i < wideA.Length; i++)
            sums += wideA[i] * wideB[i];

        float sum = Vector.Sum(sums);
        for (int i = wideA.Length * Vector<float>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private ReadOnlySpan<float> Row(int row) => _taps.AsSpan(row * Width, Width);
}
