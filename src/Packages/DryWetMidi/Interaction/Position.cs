using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Ticks in terms of each kind of time span. A length is the distance of two places, so adding one to a time is adding
/// in its own terms: one bar after bar 3 is bar 4, whatever the meter does.
/// </summary>
internal static class Position
{
    /// <summary>The tick that lies the length after the time or, where it is subtracted, before it.</summary>
    public static long Move(long time, ITimeSpan length, TempoMap tempoMap, bool subtract = false)
    {
        if (length is MathTimeSpan math)
            return MoveByMath(time, math, tempoMap, subtract);

        ITimeSpan start = At(time, length.GetType(), tempoMap);
        return Tick(subtract ? start.Subtract(length, TimeSpanMode.TimeLength) : start.Add(length, TimeSpanMode.TimeLength), tempoMap);
    }

    /// <summary>The time span of the given type from one tick to a later one.</summary>
    public static ITimeSpan Distance(long start, long end, Type type, TempoMap tempoMap)
    {
        if (start == 0)
            return At(end, type, tempoMap);
        if (type == typeof(BarBeatTicksTimeSpan))
            return BarsAndBeats(start, end, inFractions: false, tempoMap);
        if (type == typeof(BarBeatFractionTimeSpan))
            return BarsAndBeats(start, end, inFractions: true, tempoMap);

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
        {
            (long bars, long ticks, BarScale.Stretch stretch) = tempoMap.BarScale.At(tick);
            return new BarBeatTicksTimeSpan(bars, ticks / stretch.BeatLength, ticks % stretch.BeatLength);
        }

        if (type == typeof(BarBeatFractionTimeSpan))
        {
            (long bars, long ticks, BarScale.Stretch stretch) = tempoMap.BarScale.At(tick);
            return new BarBeatFractionTimeSpan(bars, (double)ticks / stretch.BeatLength);
        }

        throw new NotSupportedException($"There is no conversion to {type}.");
    }

    private static long Tick(ITimeSpan place, TempoMap tempoMap) => place switch
    {
        MidiTimeSpan midi => midi.TimeSpan,
        MetricTimeSpan metric => tempoMap.MetricScale.Ticks(metric.TotalMicroseconds),
        MusicalTimeSpan musical =>
            TimeSpanMath.RoundedQuotient((Int128)musical.Numerator * 4 * tempoMap.TicksPerQuarterNote, musical.Denominator),
        BarBeatTicksTimeSpan barBeat => tempoMap.BarScale.Tick(barBeat.Bars, barBeat.Beats, barBeat.Ticks),
        BarBeatFractionTimeSpan barBeat => tempoMap.BarScale.Tick(barBeat.Bars, barBeat.Beats, 0),
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

    /// <summary>
    /// As many whole bars as fit, counted from the place of the start in its bar, and the rest in beats of the bar reached.
    /// </summary>
    private static ITimeSpan BarsAndBeats(long start, long end, bool inFractions, TempoMap tempoMap)
    {
        BarScale scale = tempoMap.BarScale;
        (long startBar, long inStartBar, BarScale.Stretch stretch) = scale.At(start);
        double startBeats = inFractions ? (double)inStartBar / stretch.BeatLength : inStartBar / stretch.BeatLength;
        long startTicks = inFractions ? 0 : inStartBar % stretch.BeatLength;

        (long bars, long tooMany) = (0, scale.At(end).Bars - startBar + 1);
        while (tooMany - bars > 1)
        {
            long middle = (bars + tooMany) / 2;
            if (Reached(middle) <= end)
                bars = middle;
            else
                tooMany = middle;
        }

        long left = end - Reached(bars);
        int beatLength = scale.Bar(startBar + bars).Stretch.BeatLength;
        return inFractions
            ? new BarBeatFractionTimeSpan(bars, (double)left / beatLength)
            : new BarBeatTicksTimeSpan(bars, left / beatLength, left % beatLength);

        long Reached(long wholeBars) => scale.Tick(startBar + wholeBars, startBeats, startTicks);
    }
}
