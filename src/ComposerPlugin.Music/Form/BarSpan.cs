namespace ComposerPlugin.Music;

/// <summary>A part of a bar.</summary>
/// <param name="First">Where it begins, in eighths of the bar, 0 to 7.</param>
/// <param name="End">Where it ends, in eighths of the bar, more than <paramref name="First"/>; at most <see cref="Parts"/>.</param>
public readonly record struct BarSpan(int First, int End)
{
    /// <summary>The parts of a bar.</summary>
    public const int Parts = 8;

    /// <summary>The whole bar.</summary>
    public static BarSpan All => new(0, Parts);

    /// <summary>The part of a bar in which a tick is, 0 to 7.</summary>
    /// <param name="tick">The ticks from the bar line.</param>
    /// <param name="barTicks">The ticks of the bar.</param>
    public static int PartOf(long tick, int barTicks) => (int)(tick * Parts / barTicks);

    /// <summary>The first tick of a part, from the bar line.</summary>
    public static long TickOf(int part, int barTicks) => (((long)part * barTicks) + Parts - 1) / Parts;

    /// <summary>Whether a tick is in it.</summary>
    /// <param name="tick">The ticks from the bar line.</param>
    /// <param name="barTicks">The ticks of the bar.</param>
    public bool Contains(long tick, int barTicks) => PartOf(tick, barTicks) >= First && PartOf(tick, barTicks) < End;
}
