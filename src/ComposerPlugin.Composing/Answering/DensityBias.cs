using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Makes short or long gaps and durations likelier. At a density d each class's odds are multiplied by (its length in quarters) to the power of -2d: at 1 an
/// eighth gains fourfold on a quarter, at -1 it loses as much. At 0 nothing changes.
/// </summary>
/// <param name="mostClasses">The most logits that it will be given.</param>
internal sealed class DensityBias(int mostClasses)
{
    private const float Steepness = 2;

    // Notes of a chord count as a thirty-second apart.
    private const int Shortest = 3;

    private readonly float[] _tilted = new float[mostClasses];

    /// <summary>Logits of gaps, tilted; valid until the next call.</summary>
    public ReadOnlySpan<float> Iois(ReadOnlySpan<float> logits, float density)
    {
        if (density == 0)
            return logits;
        for (int ioi = 0; ioi < logits.Length; ioi++)
            _tilted[ioi] = logits[ioi] + Gain(ioi, density);
        return _tilted.AsSpan(0, logits.Length);
    }

    /// <summary>Logits of durations, tilted; valid until the next call.</summary>
    public ReadOnlySpan<float> Durations(ReadOnlySpan<float> logits, float density)
    {
        if (density == 0)
            return logits;
        for (int i = 0; i < logits.Length; i++)
            _tilted[i] = logits[i] + Gain(Vocabulary.DurationTicks(i), density);
        return _tilted.AsSpan(0, logits.Length);
    }

    private static float Gain(int ticks, float density) =>
        -Steepness * density * MathF.Log(Math.Max(ticks, Shortest) / (float)Ticks.PerQuarter);
}
