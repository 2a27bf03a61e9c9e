namespace Melanchall.DryWetMidi.Interaction;

public static class LengthConverter
{
    public static TTimeSpan ConvertTo<TTimeSpan>(long length, long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => (TTimeSpan)Convert(length, typeof(TTimeSpan), time, tempoMap);

    public static TTimeSpan ConvertTo<TTimeSpan>(long length, ITimeSpan time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => ConvertTo<TTimeSpan>(length, TimeConverter.ConvertFrom(time, tempoMap), tempoMap);

    public static TTimeSpan ConvertTo<TTimeSpan>(ITimeSpan length, long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => (TTimeSpan)ConvertTo(length, typeof(TTimeSpan), time, tempoMap);

    public static TTimeSpan ConvertTo<TTimeSpan>(ITimeSpan length, ITimeSpan time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => ConvertTo<TTimeSpan>(length, TimeConverter.ConvertFrom(time, tempoMap), tempoMap);

    public static ITimeSpan ConvertTo(long length, TimeSpanType lengthType, long time, TempoMap tempoMap) =>
        Convert(length, Position.TypeOf(lengthType), time, tempoMap);

    public static ITimeSpan ConvertTo(long length, TimeSpanType lengthType, ITimeSpan time, TempoMap tempoMap) =>
        ConvertTo(length, lengthType, TimeConverter.ConvertFrom(time, tempoMap), tempoMap);

    public static ITimeSpan ConvertTo(ITimeSpan length, TimeSpanType lengthType, long time, TempoMap tempoMap) =>
        ConvertTo(length, Position.TypeOf(lengthType), time, tempoMap);

    public static ITimeSpan ConvertTo(ITimeSpan length, TimeSpanType lengthType, ITimeSpan time, TempoMap tempoMap) =>
        ConvertTo(length, lengthType, TimeConverter.ConvertFrom(time, tempoMap), tempoMap);

    public static ITimeSpan ConvertTo(ITimeSpan length, Type lengthType, long time, TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(length);
        ArgumentNullException.ThrowIfNull(lengthType);
        return length.GetType() == lengthType ? length.Clone() : Convert(ConvertFrom(length, time, tempoMap), lengthType, time, tempoMap);
    }

    public static ITimeSpan ConvertTo(ITimeSpan length, Type lengthType, ITimeSpan time, TempoMap tempoMap) =>
        ConvertTo(length, lengthType, TimeConverter.ConvertFrom(time, tempoMap), tempoMap);

    public static long ConvertFrom(ITimeSpan length, long time, TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(length);
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        ArgumentNullException.ThrowIfNull(tempoMap);
        return Position.Move(time, length, tempoMap) - time;
    }

    public static long ConvertFrom(ITimeSpan length, ITimeSpan time, TempoMap tempoMap) =>
        ConvertFrom(length, TimeConverter.ConvertFrom(time, tempoMap), tempoMap);

    private static ITimeSpan Convert(long length, Type lengthType, long time, TempoMap tempoMap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        ArgumentNullException.ThrowIfNull(tempoMap);
        return Position.Distance(time, time + Math.Min(length, long.MaxValue - time), lengthType, tempoMap);
    }
}
