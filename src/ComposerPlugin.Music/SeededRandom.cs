namespace ComposerPlugin.Music;

/// <summary>
/// Random numbers by position instead of by turn: there is no state that could depend on what was drawn before, so one note of
/// one answer always meets the same numbers.
/// </summary>
public static class SeededRandom
{
    // The increment and the finalizer of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
    private const ulong GoldenGamma = 0x9e3779b97f4a7c15;

    /// <summary>A number from 0 up to, but not, 1.</summary>
    /// <param name="seed">The take's seed.</param>
    /// <param name="answer">The number of the answer since the restart, from 0.</param>
    /// <param name="step">The number of the note in the answer, from 0.</param>
    /// <param name="head">Which of the note's numbers it is for.</param>
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
