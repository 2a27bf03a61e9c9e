using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Ticks in terms of each kind of time span. A length is the distance of two places, and depends on where it begins.
/// </summary>
internal static class Position
{
    /// <summary>The tick that lies the length after the time or, where it is subtracted, before it.</summary>
    public static long Move(long time, ITimeSpan length, TempoMap tempoMap, bool subtract = false)
    {
        if (length is MathTimeSpan math)
            return MoveByMath(time, math, tempoMap, subtract);
        if (!subtract && length is BarBeatTicksTimeSpan ticks)
            return time + new BarCount(tempoMap).Length(time, ticks.Bars, ticks.Beats, ticks.Ticks);
        if (!subtract && length is BarBeatFractionTimeSpan fraction)
            return time + new BarCount(tempoMap).Length(time, fraction.Bars, fraction.Beats);

        ITimeSpan start = At(time, length.GetType(), tempoMap);
        return Tick(subtract ? start.Subtract(length, TimeSpanMode.TimeLength) : start.Add(length, TimeSpanMode.TimeLength), tempoMap);
    }

    /// <summary>The time span of the given type from one tick to a later one.</summary>
    public static ITimeSpan Distance(long start, long end, Type type, TempoMap tempoMap)
    {
        if (start == 0)
            return At(end, type, tempoMap);
        if (type == typeof(BarBeatTicksTimeSpan))
            return new BarCount(tempoMap).InTicks(start, end);
        if (type == typeof(BarBeatFractionTimeSpan))
            return new BarCount(tempoMap).InFractions(start, end);

        return At(end, type, tempoMap).Subtract(At(start, type, tempoMap), TimeSpanMode.TimeTime);
    }

    public static Type TypeOf(TimeSpanType timeSpanType) => Check.Defined(timeSpanType) switch
    {
        TimeSpanType.Metric => typeof(MetricTimeSpan),
        TimeSpanType.Musical => typeof(MusicalTimeSpan),
        TimeSpanType.BarBeatTicks => typeof(BarBeatTicksTimeSpan),
        TimeSpanType.BarBeatFraction => typeof(BarBeatFractionTimeSpan),
        _ => typeof(MidiTimeSpan),
    };

    private static ITimeSpan At(long tick, Type type, TempoMap tempoMap)
    {
        if (type == typeof(MidiTimeSpan))
            return new MidiTimeSpan(tick);
        if (type == typeof(MetricTimeSpan))
            return new MetricTimeSpan(tempoMap.MetricScale.Microseconds(tick));
        if (type == typeof(MusicalTimeSpan))
            return new MusicalTimeSpan(tick, 4L * tempoMap.TicksPerQuarterNote);
        if (type == typeof(BarBeatTicksTimeSpan))
            return new BarCount(tempoMap).InTicks(0, tick);
        if (type == typeof(BarBeatFractionTimeSpan))
            return new BarCount(tempoMap).InFractions(0, tick);

        throw new NotSupportedException($"There is no conversion to {type}.");
    }

    private static long Tick(ITimeSpan place, TempoMap tempoMap) => place switch
    {
        MidiTimeSpan midi => midi.TimeSpan,
        MetricTimeSpan metric => tempoMap.MetricScale.Ticks(metric.TotalMicroseconds),
        MusicalTimeSpan musical =>
            TimeSpanMath.RoundedQuotient((Int128)musical.Numerator * 4 * tempoMap.TicksPerQuarterNote, musical.Denominator),
        BarBeatTicksTimeSpan or BarBeatFractionTimeSpan => Move(0, place, tempoMap),
        _ => throw new NotSupportedException($"There is no conversion from {place.GetType()}."),
    };

    private static long MoveByMath(long time, MathTimeSpan math, TempoMap tempoMap, bool subtract)
    {
        long length;
        if (math.Mode == TimeSpanMode.LengthLength)
        {
            long middle = Move(time, math.TimeSpan1, tempoMap);
            length = Move(middle, math.TimeSpan2, tempoMap, math.Operation == MathOperation.Subtract) - time;
        }
        else
        {
            long first = Move(0, math.TimeSpan1, tempoMap);
            length = math.Mode == TimeSpanMode.TimeTime
                ? first - Move(0, math.TimeSpan2, tempoMap)
                : Move(first, math.TimeSpan2, tempoMap, math.Operation == MathOperation.Subtract);
        }

        return subtract ? time - length : time + length;
    }
}
