namespace Melanchall.DryWetMidi.Interaction;

public static class TimeConverter
{
    public static TTimeSpan ConvertTo<TTimeSpan>(long time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => LengthConverter.ConvertTo<TTimeSpan>(time, 0, tempoMap);

    public static TTimeSpan ConvertTo<TTimeSpan>(ITimeSpan time, TempoMap tempoMap)
        where TTimeSpan : ITimeSpan => LengthConverter.ConvertTo<TTimeSpan>(time, 0, tempoMap);

    public static ITimeSpan ConvertTo(long time, TimeSpanType timeType, TempoMap tempoMap) =>
        LengthConverter.ConvertTo(time, timeType, 0, tempoMap);

    public static ITimeSpan ConvertTo(ITimeSpan time, TimeSpanType timeType, TempoMap tempoMap) =>
        LengthConverter.ConvertTo(time, timeType, 0, tempoMap);

    public static ITimeSpan ConvertTo(ITimeSpan time, Type timeType, TempoMap tempoMap) =>
        LengthConverter.ConvertTo(time, timeType, 0, tempoMap);

    public static long ConvertFrom(ITimeSpan time, TempoMap tempoMap) => LengthConverter.ConvertFrom(time, 0, tempoMap);
}
