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

    /// <summary>The tick from which on the host plays its loop anew; null where it does not loop.</summary>
    public long? LoopsAt { get; init; }

    /// <summary>How many ticks later than before the same place of the song comes, each time that the loop is played anew; 1 or more where it loops.</summary>
    public long LoopTicks { get; init; }

    /// <summary>The last bar line at or before a position.</summary>
    public long BarLineBefore(double position)
    {
        var span = LoopedTo(position);
        return span.BarLine + ((long)Math.Floor((position - span.BarLine) / Meter.BarTicks) * Meter.BarTicks);
    }

    /// <summary>The number of the bar around a position.</summary>
    public long BarNumberAt(double position)
    {
        var span = LoopedTo(position);
        return span.Bar + (long)Math.Floor((position - span.BarLine) / Meter.BarTicks);
    }

    /// <summary>The same with its bars where they are around a position: a loop that does not fill its bars moves them each time that it is played anew.</summary>
    public BlockSpan LoopedTo(double position)
    {
        if (LoopsAt is not { } loop || position < loop)
            return this;
        long times = (long)((position - loop) / LoopTicks) + 1;
        return this with { LoopsAt = loop + (times * LoopTicks), BarLine = BarLine + (times * LoopTicks), Bar = Bar + (times * BarsIn(LoopTicks, Meter)) };
    }

    /// <summary>How many bars so many ticks count as; half a bar counts as one.</summary>
    public static long BarsIn(long ticks, Meter meter) => (long)Math.Floor((ticks / (double)meter.BarTicks) + 0.5);

    /// <summary>Seconds in one tick at this block's tempo.</summary>
    /// <param name="sampleRate">Frames a second.</param>
    public double SecondsPerTick(double sampleRate) => 1 / (TicksPerFrame * sampleRate);
}
