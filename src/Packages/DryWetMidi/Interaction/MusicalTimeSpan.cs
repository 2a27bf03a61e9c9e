namespace Melanchall.DryWetMidi.Interaction;

public sealed class MusicalTimeSpan : ITimeSpan, IComparable<MusicalTimeSpan>, IEquatable<MusicalTimeSpan>
{
    public static readonly MusicalTimeSpan Whole = new(1);

    public static readonly MusicalTimeSpan Half = new(2);

    public static readonly MusicalTimeSpan Quarter = new(4);

    public static readonly MusicalTimeSpan Eighth = new(8);

    public static readonly MusicalTimeSpan Sixteenth = new(16);

    public static readonly MusicalTimeSpan ThirtySecond = new(32);

    public static readonly MusicalTimeSpan SixtyFourth = new(64);

    /// <summary>A product with a real number is kept to this fraction of the denominator.</summary>
    private const long RealNumberPrecision = 100_000;

    public MusicalTimeSpan()
    {
        Denominator = 1;
    }

    public MusicalTimeSpan(long fraction)
        : this(1, fraction)
    {
    }

    public MusicalTimeSpan(long numerator, long denominator, bool simplify = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        long divisor = simplify ? (long)GreatestCommonDivisor(numerator, denominator) : 1;
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    public long Numerator { get; }

    public long Denominator { get; }

    public MusicalTimeSpan Dotted(int dotsCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dotsCount);
        long halved = checked(1L << Math.Min(dotsCount, 62));
        return Simplified((Int128)Numerator * (2 * (Int128)halved - 1), (Int128)Denominator * halved);
    }

    public MusicalTimeSpan SingleDotted() => Dotted(1);

    public MusicalTimeSpan DoubleDotted() => Dotted(2);

    public MusicalTimeSpan Tuplet(int tupletNotesCount, int tupletSpaceSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tupletNotesCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tupletSpaceSize);
        return Simplified((Int128)Numerator * tupletSpaceSize, (Int128)Denominator * tupletNotesCount);
    }

    public MusicalTimeSpan Triplet() => Tuplet(3, 2);

    public MusicalTimeSpan Duplet() => Tuplet(2, 3);

    public MusicalTimeSpan ChangeDenominator(long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        long numerator = TimeSpanMath.RoundedQuotient((Int128)Numerator * denominator, Denominator);
        return new MusicalTimeSpan(numerator, denominator, simplify: false);
    }

    public ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is MusicalTimeSpan other ? this + other : TimeSpanMath.Add(this, timeSpan, mode);

    public ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode) =>
        timeSpan is MusicalTimeSpan other ? this - other : TimeSpanMath.Subtract(this, timeSpan, mode);

    public ITimeSpan Multiply(double multiplier) => Simplified(
        TimeSpanMath.Round(Numerator * TimeSpanMath.NotNegative(multiplier) * RealNumberPrecision),
        (Int128)Denominator * RealNumberPrecision);

    public ITimeSpan Divide(double divisor) => Multiply(1 / TimeSpanMath.Positive(divisor));

    public double Divide(MusicalTimeSpan timeSpan)
    {
        ArgumentNullException.ThrowIfNull(timeSpan);
        return timeSpan.Numerator == 0
            ? throw new DivideByZeroException()
            : (double)Numerator * timeSpan.Denominator / ((double)Denominator * timeSpan.Numerator);
    }

    public ITimeSpan Clone() => new MusicalTimeSpan(Numerator, Denominator, simplify: false);

    public static MusicalTimeSpan operator +(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => Simplified(
        (Int128)timeSpan1.Numerator * timeSpan2.Denominator + (Int128)timeSpan2.Numerator * timeSpan1.Denominator,
        (Int128)timeSpan1.Denominator * timeSpan2.Denominator);

    public static MusicalTimeSpan operator -(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2)
    {
        TimeSpanMath.NotLess(timeSpan1, timeSpan2);
        return Simplified(
            (Int128)timeSpan1.Numerator * timeSpan2.Denominator - (Int128)timeSpan2.Numerator * timeSpan1.Denominator,
            (Int128)timeSpan1.Denominator * timeSpan2.Denominator);
    }

    public static MusicalTimeSpan operator *(MusicalTimeSpan timeSpan, long number)
    {
        ArgumentNullException.ThrowIfNull(timeSpan);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return Simplified((Int128)timeSpan.Numerator * number, timeSpan.Denominator);
    }

    public static MusicalTimeSpan operator *(long number, MusicalTimeSpan timeSpan) => timeSpan * number;

    public static MusicalTimeSpan operator /(MusicalTimeSpan timeSpan, long number)
    {
        ArgumentNullException.ThrowIfNull(timeSpan);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        return Simplified(timeSpan.Numerator, (Int128)timeSpan.Denominator * number);
    }

    public static bool operator ==(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => Equals(timeSpan1, timeSpan2);

    public static bool operator !=(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => !Equals(timeSpan1, timeSpan2);

    public static bool operator <(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) < 0;

    public static bool operator >(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) > 0;

    public static bool operator <=(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) <= 0;

    public static bool operator >=(MusicalTimeSpan timeSpan1, MusicalTimeSpan timeSpan2) => TimeSpanMath.Compare(timeSpan1, timeSpan2) >= 0;

    public int CompareTo(object other) => TimeSpanMath.CompareToObject(this, other);

    public int CompareTo(MusicalTimeSpan other) =>
        other is null ? 1 : ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    public bool Equals(MusicalTimeSpan other) => CompareTo(other) == 0;

    public override bool Equals(object obj) => Equals(obj as MusicalTimeSpan);

    public override int GetHashCode()
    {
        MusicalTimeSpan simplified = Simplified(Numerator, Denominator);
        return HashCode.Combine(simplified.Numerator, simplified.Denominator);
    }

    public override string ToString() => $"{Numerator}/{Denominator}";

    private static MusicalTimeSpan Simplified(Int128 numerator, Int128 denominator)
    {
        Int128 divisor = GreatestCommonDivisor(numerator, denominator);
        return new MusicalTimeSpan(checked((long)(numerator / divisor)), checked((long)(denominator / divisor)), simplify: false);
    }

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
