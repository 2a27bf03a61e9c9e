namespace Melanchall.DryWetMidi.Interaction;

public sealed class MidiTimeSpan : ITimeSpan, IComparable<MidiTimeSpan>, IEquatable<MidiTimeSpan>
{
    public MidiTimeSpan()
    {
    }

    public MidiTimeSpan(long timeSpan)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(timeSpan);
        TimeSpan = timeSpan;
    }

    public long TimeSpan { get; }

    public ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is MidiTimeSpan other ? this + other : TimeSpanMath.Add(this, timeSpan, mode);

    public ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is MidiTimeSpan other ? this - other : TimeSpanMath.Subtract(this, timeSpan, mode);

    public ITimeSpan Multiply(double multiplier) => new MidiTimeSpan(TimeSpanMath.Round(TimeSpan * TimeSpanMath.NotNegative(multiplier)));

    public ITimeSpan Divide(double divisor) => new MidiTimeSpan(TimeSpanMath.Round(TimeSpan / TimeSpanMath.Positive(divisor)));

    public double Divide(MidiTimeSpan timeSpan)
    {
        ArgumentNullException.ThrowIfNull(timeSpan);
        return timeSpan.TimeSpan == 0 ? throw new DivideByZeroException() : (double)TimeSpan / timeSpan.TimeSpan;
    }

    public ITimeSpan Clone() => new MidiTimeSpan(TimeSpan);

    public static explicit operator MidiTimeSpan(long timeSpan) => new(timeSpan);

    public static implicit operator long(MidiTimeSpan timeSpan) => timeSpan.TimeSpan;

    public static MidiTimeSpan operator +(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => new(timeSpan1.TimeSpan + timeSpan2.TimeSpan);

    public static MidiTimeSpan operator -(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2)
    {
        TimeSpanMath.NotLess(timeSpan1, timeSpan2);
        return new MidiTimeSpan(timeSpan1.TimeSpan - timeSpan2.TimeSpan);
    }

    public static bool operator ==(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => Equals(timeSpan1, timeSpan2);

    public static bool operator !=(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => !Equals(timeSpan1, timeSpan2);

    public static bool operator <(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) < 0;

    public static bool operator >(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) > 0;

    public static bool operator <=(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) <= 0;

    public static bool operator >=(MidiTimeSpan timeSpan1, MidiTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) >= 0;

    public int CompareTo(object other) => TimeSpanMath.CompareToObject(this, other);

    public int CompareTo(MidiTimeSpan other) => other is null ? 1 : TimeSpan.CompareTo(other.TimeSpan);

    public bool Equals(MidiTimeSpan other) => other is not null && TimeSpan == other.TimeSpan;

    public override bool Equals(object obj) => Equals(obj as MidiTimeSpan);

    public override int GetHashCode() => TimeSpan.GetHashCode();

    public override string ToString() => TimeSpan.ToString();
}
