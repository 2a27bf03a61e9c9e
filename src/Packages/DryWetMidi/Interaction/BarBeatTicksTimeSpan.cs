namespace Melanchall.DryWetMidi.Interaction;

public sealed class BarBeatTicksTimeSpan : ITimeSpan, IComparable<BarBeatTicksTimeSpan>, IEquatable<BarBeatTicksTimeSpan>
{
    public BarBeatTicksTimeSpan()
    {
    }

    public BarBeatTicksTimeSpan(long bars)
        : this(bars, 0)
    {
    }

    public BarBeatTicksTimeSpan(long bars, long beats)
        : this(bars, beats, 0)
    {
    }

    public BarBeatTicksTimeSpan(long bars, long beats, long ticks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bars);
        ArgumentOutOfRangeException.ThrowIfNegative(beats);
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        Bars = bars;
        Beats = beats;
        Ticks = ticks;
    }

    public long Bars { get; }

    public long Beats { get; }

    public long Ticks { get; }

    public ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is BarBeatTicksTimeSpan other ? this + other : TimeSpanMath.Add(this, timeSpan, mode);

    public ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is BarBeatTicksTimeSpan other ? this - other : TimeSpanMath.Subtract(this, timeSpan, mode);

    public ITimeSpan Multiply(double multiplier) => Scaled(TimeSpanMath.NotNegative(multiplier));

    public ITimeSpan Divide(double divisor) => Scaled(1 / TimeSpanMath.Positive(divisor));

    public ITimeSpan Clone() => new BarBeatTicksTimeSpan(Bars, Beats, Ticks);

    public static BarBeatTicksTimeSpan operator +(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) =>
        new(timeSpan1.Bars + timeSpan2.Bars, timeSpan1.Beats + timeSpan2.Beats, timeSpan1.Ticks + timeSpan2.Ticks);

    public static BarBeatTicksTimeSpan operator -(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2)
    {
        // Without a tempo map nothing can be borrowed from a bar or a beat: each part must suffice.
        if (timeSpan1.Bars < timeSpan2.Bars || timeSpan1.Beats < timeSpan2.Beats || timeSpan1.Ticks < timeSpan2.Ticks)
            throw new ArgumentException($"{timeSpan1} is less than {timeSpan2} in bars, beats or ticks.", nameof(timeSpan1));

        return new BarBeatTicksTimeSpan(
            timeSpan1.Bars - timeSpan2.Bars, timeSpan1.Beats - timeSpan2.Beats, timeSpan1.Ticks - timeSpan2.Ticks);
    }

    public static bool operator ==(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) => Equals(timeSpan1, timeSpan2);

    public static bool operator !=(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) => !Equals(timeSpan1, timeSpan2);

    public static bool operator <(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) < 0;

    public static bool operator >(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) > 0;

    public static bool operator <=(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) <= 0;

    public static bool operator >=(BarBeatTicksTimeSpan timeSpan1, BarBeatTicksTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) >= 0;

    public int CompareTo(object other) => TimeSpanMath.CompareToObject(this, other);

    public int CompareTo(BarBeatTicksTimeSpan other) =>
        other is null ? 1 : (Bars, Beats, Ticks).CompareTo((other.Bars, other.Beats, other.Ticks));

    public bool Equals(BarBeatTicksTimeSpan other) => CompareTo(other) == 0;

    public override bool Equals(object obj) => Equals(obj as BarBeatTicksTimeSpan);

    public override int GetHashCode() => HashCode.Combine(Bars, Beats, Ticks);

    public override string ToString() => $"{Bars}.{Beats}.{Ticks}";

    private BarBeatTicksTimeSpan Scaled(double factor) =>
        new(TimeSpanMath.Round(Bars * factor), TimeSpanMath.Round(Beats * factor), TimeSpanMath.Round(Ticks * factor));
}
