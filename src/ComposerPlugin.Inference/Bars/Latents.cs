using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>Ways from one latent to another.</summary>
public static class Latents
{
    // Where two latents point the same way, the arc is a line.
    private const double SmallestAngle = 1e-4;

    /// <summary>
    /// Goes a part of the way along the arc from one latent to another (spherical interpolation, which keeps to lengths that the
    /// decoder has met). At 0 and 1 it gives the ends exactly.
    /// </summary>
    /// <param name="from">Where the way begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="share">How far to go, 0 to 1.</param>
    /// <param name="result">Where to write; of the same length.</param>
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

    /// <summary>Adds noise from a normal distribution, by position: the same seed, answer and passage always get the same.</summary>
    /// <param name="latent">What it is added to.</param>
    /// <param name="amount">The standard deviation.</param>
    /// <param name="seed">The take's seed.</param>
    /// <param name="answer">The number of the answer since the restart.</param>
    /// <param name="passage">The number of the passage in the answer.</param>
    internal static void AddNoise(Span<float> latent, float amount, uint seed, int answer, int passage)
    {
        for (int i = 0; i < latent.Length; i++)
        {
            // Box and Muller; the heads' draws take other numbers.
            double radius = Math.Sqrt(-2 * Math.Log(1 - SeededRandom.Value(seed, answer, passage, FirstNoise + (2 * i))));
            latent[i] += amount * (float)(radius * Math.Cos(2 * Math.PI * SeededRandom.Value(seed, answer, passage, FirstNoise + (2 * i) + 1)));
        }
    }

    private const int FirstNoise = 16;
}
