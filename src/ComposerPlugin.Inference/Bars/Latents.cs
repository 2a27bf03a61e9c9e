using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>Interpolation and noise in latent space.</summary>
public static class Latents
{
    // In radians. Between nearly parallel latents the interpolation is linear.
    private const double SmallestAngle = 1e-4;

    /// <summary>
    /// Interpolates spherically between two latents (slerp; Shoemake, 1985), which keeps the norm in the range that the decoder was
    /// trained on. At 0 and 1 the result is exactly the end point.
    /// </summary>
    /// <param name="from">The start point, [z].</param>
    /// <param name="to">The end point, [z].</param>
    /// <param name="share">The position on the path, 0 to 1.</param>
    /// <param name="result">Output, [z]; may be the same memory as <paramref name="from"/>.</param>
    public static void Interpolate(ReadOnlySpan<float> from, ReadOnlySpan<float> to, double share, Span<float> result)
    {
        double dot = 0, fromSquares = 0, toSquares = 0;
        for (int i = 0; i < from.Length; i++)
        {
            dot += from[i] * (double)to[i];
            fromSquares += from[i] * (double)from[i];
            toSquares += to[i] * (double)to[i];
        }
        double angle = fromSquares * toSquares > 0 ? Math.Acos(Math.Clamp(dot / Math.Sqrt(fromSquares * toSquares), -1, 1)) : 0;
        bool line = angle < SmallestAngle || angle > Math.PI - SmallestAngle || share is 0 or 1;
        double first = line ? 1 - share : Math.Sin((1 - share) * angle) / Math.Sin(angle);
        double second = line ? share : Math.Sin(share * angle) / Math.Sin(angle);
        for (int i = 0; i < from.Length; i++)
            result[i] = (float)((first * from[i]) + (second * to[i]));
    }

    /// <summary>Adds Gaussian noise that depends only on seed, answer and segment.</summary>
    /// <param name="latent">The latent, changed in place, [z].</param>
    /// <param name="amount">The standard deviation.</param>
    /// <param name="seed">The take's seed.</param>
    /// <param name="answer">The index of the answer since the restart.</param>
    /// <param name="segment">The index of the segment in the answer.</param>
    internal static void AddNoise(Span<float> latent, float amount, uint seed, int answer, int segment)
    {
        for (int i = 0; i < latent.Length; i++)
        {
            // Box-Muller transform.
            int head = FirstHead + (2 * i);
            double radius = Math.Sqrt(-2 * Math.Log(1 - SeededRandom.Value(seed, answer, segment, head)));
            double angle = 2 * Math.PI * SeededRandom.Value(seed, answer, segment, head + 1);
            latent[i] += amount * (float)(radius * Math.Cos(angle));
        }
    }

    // The sampler's draws use the heads below.
    private const int FirstHead = 16;
}
