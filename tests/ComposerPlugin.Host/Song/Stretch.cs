namespace ComposerPlugin.Host;

/// <summary>
/// A stretch of time in which the song plays without a jump, or is stopped. Times are sample frames since the session began.
/// </summary>
/// <param name="Start">First frame.</param>
/// <param name="End">Frame after the last; <see cref="long.MaxValue"/> if it has no end.</param>
/// <param name="Playing">Whether the song runs.</param>
/// <param name="Origin">While playing: the time of song sample 0, which may be before the stretch. While stopped: minus the song
/// sample.</param>
/// <param name="Cycle">The cycle that is on, or null.</param>
public readonly record struct Stretch(long Start, long End, bool Playing, double Origin, Cycle? Cycle)
{
    // Times are computed in double and rounded up to a frame; an event this close after a frame is on it.
    private const double Close = 1e-6;

    /// <summary>The song position at a time, in sample frames.</summary>
    public double SongSampleAt(long time) => Playing ? time - Origin : -Origin;

    /// <summary>The first frame at or after the time of a song sample.</summary>
    public long TimeOf(double songSample) => FrameAt(Origin + songSample);

    /// <summary>The first frame at or after a time.</summary>
    public static long FrameAt(double time) => (long)Math.Ceiling(time - Close);
}
