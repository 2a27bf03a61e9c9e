namespace Melanchall.DryWetMidi.Interaction;

public sealed class MetricTimeSpan : ITimeSpan, IComparable<MetricTimeSpan>, IEquatable<MetricTimeSpan>
{
    private const long MicrosecondsPerMillisecond = 1_000;
    private const long MicrosecondsPerSecond = 1_000_000;

    public MetricTimeSpan()
    {
    }

    public MetricTimeSpan(long totalMicroseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalMicroseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(totalMicroseconds, TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond);
        TotalMicroseconds = totalMicroseconds;
    }

    public MetricTimeSpan(TimeSpan timeSpan)
        : this(timeSpan.Ticks / TimeSpan.TicksPerMicrosecond)
    {
    }

    public MetricTimeSpan(int hours, int minutes, int seconds)
        : this(hours, minutes, seconds, 0)
    {
    }

    public MetricTimeSpan(int hours, int minutes, int seconds, int milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        TotalMicroseconds = ((hours * 60L + minutes) * 60L + seconds) * MicrosecondsPerSecond + milliseconds * MicrosecondsPerMillisecond;
    }

    public long TotalMicroseconds { get; }

    public int Hours => (int)(TotalMicroseconds / MicrosecondsPerSecond / 3600);

    public int Minutes => (int)(TotalMicroseconds / MicrosecondsPerSecond / 60 % 60);

    public int Seconds => (int)(TotalMicroseconds / MicrosecondsPerSecond % 60);

    public int Milliseconds => (int)(TotalMicroseconds / MicrosecondsPerMillisecond % 1000);

    public double TotalMilliseconds => TotalMicroseconds / (double)MicrosecondsPerMillisecond;

    public double TotalSeconds => TotalMicroseconds / (double)MicrosecondsPerSecond;

    public double TotalMinutes => TotalSeconds / 60;

    public double TotalHours => TotalMinutes / 60;

    public double TotalDays => TotalHours / 24;

    public ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is MetricTimeSpan other ? this + other : TimeSpanMath.Add(this, timeSpan, mode);

    public ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is MetricTimeSpan other ? this - other : TimeSpanMath.Subtract(this, timeSpan, mode);

    public ITimeSpan Multiply(double multiplier) =>
        new MetricTimeSpan(TimeSpanMath.Round(TotalMicroseconds * TimeSpanMath.NotNegative(multiplier)));

    public ITimeSpan Divide(double divisor) => new MetricTimeSpan(TimeSpanMath.Round(TotalMicroseconds / TimeSpanMath.Positive(divisor)));

    public double Divide(MetricTimeSpan timeSpan)
    {
        ArgumentNullException.ThrowIfNull(timeSpan);
        return timeSpan.TotalMicroseconds == 0 ? throw new DivideByZeroException() : (double)TotalMicroseconds / timeSpan.TotalMicroseconds;
    }

    public ITimeSpan Clone() => new MetricTimeSpan(TotalMicroseconds);

    public static implicit operator MetricTimeSpan(TimeSpan timeSpan) => new(timeSpan);

    public static implicit operator TimeSpan(MetricTimeSpan timeSpan) =>
        TimeSpan.FromTicks(timeSpan.TotalMicroseconds * TimeSpan.TicksPerMicrosecond);

    public static MetricTimeSpan operator +(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) =>
        new(timeSpan1.TotalMicroseconds + timeSpan2.TotalMicroseconds);

    public static MetricTimeSpan operator -(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2)
    {
        TimeSpanMath.NotLess(timeSpan1, timeSpan2);
        return new MetricTimeSpan(timeSpan1.TotalMicroseconds - timeSpan2.TotalMicroseconds);
    }

    public static bool operator ==(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => Equals(timeSpan1, timeSpan2);

    public static bool operator !=(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => !Equals(timeSpan1, timeSpan2);

    public static bool operator <(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) < 0;

    public static bool operator >(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) > 0;

    public static bool operator <=(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) <= 0;

    public static bool operator >=(MetricTimeSpan timeSpan1, MetricTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) >= 0;

    public int CompareTo(object other) => TimeSpanMath.CompareToObject(this, other);

    public int CompareTo(MetricTimeSpan other) => other is null ? 1 : TotalMicroseconds.CompareTo(other.TotalMicroseconds);

    public bool Equals(MetricTimeSpan other) => other is not null && TotalMicroseconds == other.TotalMicroseconds;

    public override bool Equals(object obj) => Equals(obj as MetricTimeSpan);

    public override int GetHashCode() => TotalMicroseconds.GetHashCode();

    public override string ToString() => $"{Hours}:{Minutes}:{Seconds}:{Milliseconds}";
}
