namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A time signature in ticks.</summary>
internal readonly record struct Meter(int Beats, int BeatLength)
{
    // A beat shorter than a tick counts as one tick.
    public Meter(TimeSignature timeSignature, int ticksPerQuarterNote)
        : this(timeSignature.Numerator, Math.Max((int)(4L * ticksPerQuarterNote / timeSignature.Denominator), 1))
    {
    }

    public long BarLength => (long)Beats * BeatLength;

    /// <summary>Whole bars, whole beats of what is left, and the ticks left of that.</summary>
    public (long Bars, long Beats, long Ticks) Split(long ticks)
    {
        long inBar = ticks % BarLength;
        return (ticks / BarLength, inBar / BeatLength, inBar % BeatLength);
    }
}
