namespace Melanchall.DryWetMidi.Interaction;

public sealed class BarBeatFractionTimeSpan : ITimeSpan, IComparable<BarBeatFractionTimeSpan>, IEquatable<BarBeatFractionTimeSpan>
{
    public BarBeatFractionTimeSpan()
    {
    }

    public BarBeatFractionTimeSpan(long bars)
        : this(bars, 0)
    {
    }

    public BarBeatFractionTimeSpan(long bars, double beats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bars);
        ArgumentOutOfRangeException.ThrowIfNegative(beats);
        Bars = bars;
        Beats = beats;
    }

    public long Bars { get; }

    public double Beats { get; }

    public ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is BarBeatFractionTimeSpan other ? this + other : TimeSpanMath.Add(this, timeSpan, mode);

    public ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is BarBeatFractionTimeSpan other ? this - other : TimeSpanMath.Subtract(this, timeSpan, mode);

    public ITimeSpan Multiply(double multiplier) => Scaled(TimeSpanMath.NotNegative(multiplier));

    public ITimeSpan Divide(double divisor) => Scaled(1 / TimeSpanMath.Positive(divisor));

    public ITimeSpan Clone() => new BarBeatFractionTimeSpan(Bars, Beats);

    public static BarBeatFractionTimeSpan operator +(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) =>
        new(timeSpan1.Bars + timeSpan2.Bars, timeSpan1.Beats + timeSpan2.Beats);

    public static BarBeatFractionTimeSpan operator -(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2)
    {
        // Without a tempo map nothing can be borrowed from a bar: each part must suffice.
        if (timeSpan1.Bars < timeSpan2.Bars || timeSpan1.Beats < timeSpan2.Beats)
            throw new ArgumentException($"{timeSpan1} is less than {timeSpan2} in bars or beats.", nameof(timeSpan1));

        return new BarBeatFractionTimeSpan(timeSpan1.Bars - timeSpan2.Bars, timeSpan1.Beats - timeSpan2.Beats);
    }

    public static bool operator ==(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) => Equals(timeSpan1, timeSpan2);

    public static bool operator !=(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) => !Equals(timeSpan1, timeSpan2);

    public static bool operator <(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) < 0;

    public static bool operator >(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) > 0;

    public static bool operator <=(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) <= 0;

    public static bool operator >=(BarBeatFractionTimeSpan timeSpan1, BarBeatFractionTimeSpan timeSpan2) =>
        TimeSpanMath.Compare(timeSpan1, timeSpan2) >= 0;

    public int CompareTo(object other) => TimeSpanMath.CompareToObject(this, other);

    public int CompareTo(BarBeatFractionTimeSpan other) => other is null ? 1 : (Bars, Beats).CompareTo((other.Bars, other.Beats));

    public bool Equals(BarBeatFractionTimeSpan other) => CompareTo(other) == 0;

    public override bool Equals(object obj) => Equals(obj as BarBeatFractionTimeSpan);

    public override int GetHashCode() => HashCode.Combine(Bars, Beats);

    public override string ToString() => $"{Bars}_{Beats}";

    private BarBeatFractionTimeSpan Scaled(double factor) => new(TimeSpanMath.Round(Bars * factor), Beats * factor);
}
