using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>One block on the transport's clock: the positions of its frames in ticks, and its bars.</summary>
/// <param name="Start">The position of frame 0, in ticks.</param>
/// <param name="TicksPerFrame">Ticks in one frame.</param>
/// <param name="Frames">The length of the block.</param>
/// <param name="Bars">The bars at its start.</param>
/// <param name="Restarted">Whether the host started, stopped or jumped before this block.</param>
public readonly record struct BlockSpan(double Start, double TicksPerFrame, int Frames, BarGrid Bars, bool Restarted)
{
    // A position that falls on a frame exactly may come out a rounding error later.
    private const double RoundingFrames = 1e-4;

    /// <summary>The meter.</summary>
    public Meter Meter => Bars.Meter;

    /// <summary>
    /// The number of the bar that begins at the bar line of <see cref="Bars"/>, from 0 where the song or the free-running clock starts.
    /// </summary>
    public long Bar { get; init; }

    /// <summary>
    /// The number that the host shows for the same bar (<see cref="BarNumbers"/>); 1 where the free-running clock starts.
    /// </summary>
    public long HostBar { get; init; }

    /// <summary>The position of the first frame after the block, in ticks.</summary>
    public double End => PositionOf(Frames);

    /// <summary>Whether the clock follows the host's song position; otherwise it runs free.</summary>
    public bool Follows { get; init; }

    /// <summary>The tick at which the host jumps back to the start of its loop; null if it does not loop.</summary>
    public long? LoopsAt { get; init; }

    /// <summary>The length of the loop on this clock, in ticks: at least 1 if the host loops.</summary>
    public long LoopTicks { get; init; }

    /// <summary>
    /// The first frame at or after a position in ticks; 0 for positions before the block. May lie past the end of the block.
    /// </summary>
    public double FrameOf(double position) => Math.Max(Math.Ceiling(((position - Start) / TicksPerFrame) - RoundingFrames), 0);

    /// <summary>The position of a frame, in ticks.</summary>
    public double PositionOf(int frame) => Start + (frame * TicksPerFrame);

    /// <summary>Seconds in one tick at the tempo of this block.</summary>
    /// <param name="sampleRate">Frames per second.</param>
    public double SecondsPerTick(double sampleRate) => 1 / (TicksPerFrame * sampleRate);

    /// <summary>The bars around a position. A loop that is not a whole number of bars moves them with each pass.</summary>
    public BarGrid BarsAt(double position) => LoopedTo(position).Bars;

    /// <summary>The number of the bar around a position.</summary>
    public long BarNumberAt(double position)
    {
        var span = LoopedTo(position);
        return span.Bar + span.Bars.BarOf(position);
    }

    /// <summary>The number that the host shows for the bar around a position. It goes back where the host loops.</summary>
    public long HostBarAt(double position)
    {
        long number = HostBar + BarsAt(position).BarOf(position);
        return Follows ? number : Math.Max(number, 1);
    }

    /// <summary>This block with the bars and the loop end of the pass that a position is in.</summary>
    public BlockSpan LoopedTo(double position)
    {
        if (LoopsAt is not { } loop || position < loop)
            return this;
        long times = (long)((position - loop) / LoopTicks) + 1;
        return this with
        {
            LoopsAt = loop + (times * LoopTicks),
            Bars = Bars with { BarLine = Bars.BarLine + (times * LoopTicks) },
            Bar = Bar + (times * BarsIn(LoopTicks, Meter)),
        };
    }

    /// <summary>Ticks as a number of bars, rounded; half a bar counts as one.</summary>
    public static long BarsIn(long ticks, Meter meter) => (long)Math.Floor((ticks / (double)meter.BarTicks) + 0.5);
}
