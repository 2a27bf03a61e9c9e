namespace ComposerPlugin.Engine;

/// <summary>How far ahead of its first note an answer is requested.</summary>
public static class LookAhead
{
    /// <summary>
    /// The minimum look-ahead, in seconds. A block of 2048 frames lasts 46 ms and is decided at once: with less look-ahead, an answer
    /// requested and due within one block would be late, however fast the model is.
    /// </summary>
    public const double Seconds = 0.060;

    /// <summary>[audio] The look-ahead in ticks: <see cref="Seconds"/> rounded up, and one tick more.</summary>
    public static int Ticks(double secondsPerTick) => (int)Math.Ceiling(Seconds / secondsPerTick) + 1;
}
