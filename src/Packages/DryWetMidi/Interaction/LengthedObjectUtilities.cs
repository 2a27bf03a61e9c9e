namespace Melanchall.DryWetMidi.Interaction;

public static class LengthedObjectUtilities
{
    public static TLength LengthAs<TLength>(this ILengthedObject obj, TempoMap tempoMap)
        where TLength : ITimeSpan
    {
        ArgumentNullException.ThrowIfNull(obj);
        return LengthConverter.ConvertTo<TLength>(obj.Length, obj.Time, tempoMap);
    }

    public static ITimeSpan LengthAs(this ILengthedObject obj, TimeSpanType lengthType, TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return LengthConverter.ConvertTo(obj.Length, lengthType, obj.Time, tempoMap);
    }

    public static TTime EndTimeAs<TTime>(this ILengthedObject obj, TempoMap tempoMap)
        where TTime : ITimeSpan
    {
        ArgumentNullException.ThrowIfNull(obj);
        return TimeConverter.ConvertTo<TTime>(obj.EndTime, tempoMap);
    }

    public static ITimeSpan EndTimeAs(this ILengthedObject obj, TimeSpanType timeType, TempoMap tempoMap)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return TimeConverter.ConvertTo(obj.EndTime, timeType, tempoMap);
    }

    public static TObject SetLength<TObject>(this TObject obj, ITimeSpan length, TempoMap tempoMap)
        where TObject : ILengthedObject
    {
        ArgumentNullException.ThrowIfNull(obj);
        obj.Length = LengthConverter.ConvertFrom(length, obj.Time, tempoMap);
        return obj;
    }
}
