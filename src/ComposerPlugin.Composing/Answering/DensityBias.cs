using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Raises the odds of short or of long IOIs and durations. At density d, the odds of each class are multiplied by (its length in quarters)
/// to the power of -2d: at 1, those of an eighth become four times as high relative to a quarter; at -1, a quarter as high. At 0 nothing
/// changes.
/// </summary>
/// <param name="mostClasses">The most logits in one call.</param>
internal sealed class DensityBias(int mostClasses)
{
    private const float Steepness = 2;

    // Notes of a chord count as a thirty-second apart.
    private const int Shortest = 3;

    private readonly float[] _biased = new float[mostClasses];

    /// <summary>Biased logits of IOI classes; valid until the next call.</summary>
    public ReadOnlySpan<float> Iois(ReadOnlySpan<float> logits, float density)
    {
        if (density == 0)
            return logits;
        for (int ioi = 0; ioi < logits.Length; ioi++)
            _biased[ioi] = logits[ioi] + Gain(ioi, density);
        return _biased.AsSpan(0, logits.Length);
    }

    /// <summary>Biased logits of duration classes; valid until the next call.</summary>
    public ReadOnlySpan<float> Durations(ReadOnlySpan<float> logits, float density)
    {
        if (density == 0)
            return logits;
        for (int i = 0; i < logits.Length; i++)
            _biased[i] = logits[i] + Gain(Vocabulary.DurationTicks(i), density);
        return _biased.AsSpan(0, logits.Length);
    }

    private static float Gain(int ticks, float density) =>
        -Steepness * density * MathF.Log(Math.Max(ticks, Shortest) / (float)Ticks.PerQuarter);
}
