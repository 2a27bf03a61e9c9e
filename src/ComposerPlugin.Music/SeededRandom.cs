namespace ComposerPlugin.Music;

/// <summary>
/// A counter-based random number generator without state: each number depends only on the seed, the answer, the step and the head, so a
/// note of an answer gets the same numbers regardless of what was drawn before.
/// </summary>
public static class SeededRandom
{
    // The increment and the finalizer of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
    private const ulong GoldenGamma = 0x9e3779b97f4a7c15;

    /// <summary>A uniform random number in [0, 1), with 53 random bits.</summary>
    /// <param name="seed">The take's seed.</param>
    /// <param name="answer">The index of the answer since the restart, from 0.</param>
    /// <param name="step">The index of the note in the answer, from 0.</param>
    /// <param name="head">The index of the draw within the note.</param>
    public static double Value(uint seed, int answer, int step, int head)
    {
        ulong mixed = Mix(seed);
        mixed = Mix(mixed ^ (uint)answer);
        mixed = Mix(mixed ^ (uint)step);
        mixed = Mix(mixed ^ (uint)head);
        return (mixed >> 11) * (1.0 / (1L << 53));
    }

    private static ulong Mix(ulong value)
    {
        value += GoldenGamma;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
