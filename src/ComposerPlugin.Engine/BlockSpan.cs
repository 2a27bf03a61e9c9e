using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>One block on the transport's clock: where its frames stand in ticks, and where the bars are.</summary>
/// <param name="Start">The position of frame 0, in ticks.</param>
/// <param name="TicksPerFrame">How far the clock moves in one frame.</param>
/// <param name="Frames">The block's length.</param>
/// <param name="BarLine">A tick at which a bar begins; others follow at every multiple of the meter's bar.</param>
/// <param name="Meter">The meter.</param>
/// <param name="Restarted">Whether what came before this block is over: the host started, stopped or jumped.</param>
public readonly record struct BlockSpan(double Start, double TicksPerFrame, int Frames, long BarLine, Meter Meter, bool Restarted)
{
    // A position that ought to fall on a frame exactly may come out a rounding error later.
    private const double RoundingFrames = 1e-4;

    /// <summary>The number of the bar that begins at <see cref="BarLine"/>: from 0 at the song's beginning, or where the clock began to run free.</summary>
    public long Bar { get; init; }

    /// <summary>Whether the clock follows the host's song position; else it runs free.</summary>
    public bool Follows { get; init; }

    /// <summary>The first frame at or after a position in ticks; 0 for positions before the block, and past its end for those after.</summary>
    public double FrameOf(double position) => Math.Max(Math.Ceiling(((position - Start) / TicksPerFrame) - RoundingFrames), 0);

    /// <summary>The position of a frame, in ticks.</summary>
    public double PositionOf(int frame) => Start + (frame * TicksPerFrame);

    /// <summary>The last bar line at or before a position.</summary>
    public long BarLineBefore(double position) => BarLine + ((long)Math.Floor((position - BarLine) / Meter.BarTicks) * Meter.BarTicks);

    /// <summary>The number of the bar around a position.</summary>
    public long BarNumberAt(double position) => Bar + (long)Math.Floor((position - BarLine) / Meter.BarTicks);

    /// <summary>Seconds in one tick at this block's tempo.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    public double SecondsPerTick(double sampleRate) => 1 / (TicksPerFrame * sampleRate);
}
