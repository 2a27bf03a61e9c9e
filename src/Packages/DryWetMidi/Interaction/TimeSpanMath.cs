using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>What the time spans have in common: checks, and arithmetic between unlike types.</summary>
internal static class TimeSpanMath
{
    public static ITimeSpan Add(ITimeSpan timeSpan1, ITimeSpan timeSpan2, TimeSpanMode mode)
    {
        ArgumentNullException.ThrowIfNull(timeSpan2);
        if (Check.Defined(mode) == TimeSpanMode.TimeTime)
            throw new ArgumentException("Two times cannot be added; add a length to a time.", nameof(mode));

        return new MathTimeSpan(timeSpan1, timeSpan2, MathOperation.Add, mode);
    }

    public static ITimeSpan Subtract(ITimeSpan timeSpan1, ITimeSpan timeSpan2, TimeSpanMode mode)
    {
        ArgumentNullException.ThrowIfNull(timeSpan2);
        return new MathTimeSpan(timeSpan1, timeSpan2, MathOperation.Subtract, Check.Defined(mode));
    }

    /// <summary>The order of two values of one type; both must be there.</summary>
    public static int Compare<T>(T timeSpan1, T timeSpan2)
        where T : class, IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(timeSpan1);
        ArgumentNullException.ThrowIfNull(timeSpan2);
        return timeSpan1.CompareTo(timeSpan2);
    }

    public static int CompareToObject<T>(T timeSpan, object other)
        where T : class, IComparable<T> => other switch
        {
            null => 1,
            T sameType => timeSpan.CompareTo(sameType),
            _ => throw new ArgumentException($"A {typeof(T).Name} cannot be compared with a {other.GetType().Name}.", nameof(other)),
        };

    public static double NotNegative(double multiplier)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(multiplier);
        return multiplier;
    }

    public static double Positive(double divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        return divisor;
    }

    public static void NotLess<T>(T timeSpan1, T timeSpan2)
        where T : class, IComparable<T>
    {
        if (Compare(timeSpan1, timeSpan2) < 0)
            throw new ArgumentException($"{timeSpan1} is less than {timeSpan2}, and a time span cannot be negative.", nameof(timeSpan1));
    }

    public static long Round(double value) =>
        value >= long.MaxValue ? long.MaxValue : (long)Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>The quotient rounded half up; beyond a long it stays at the largest long.</summary>
    public static long RoundedQuotient(Int128 dividend, Int128 divisor) =>
        (long)Int128.Min((dividend + divisor / 2) / divisor, long.MaxValue);
}
