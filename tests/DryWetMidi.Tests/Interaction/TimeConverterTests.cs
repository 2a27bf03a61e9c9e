using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class TimeConverterTests
{
    /// <summary>480 ticks to the quarter; 120 bpm, 60 from 960, 240 from 1920; 4/4, 3/4 from 1920, 6/8 from 4800.</summary>
    private static readonly TempoMap Map = MakeMap();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(480, 500_000)]
    [InlineData(960, 1_000_000)]
    [InlineData(1440, 2_000_000)]
    [InlineData(1920, 3_000_000)]
    [InlineData(2400, 3_250_000)]
    [InlineData(1, 1042)]
    public void Ticks_become_microseconds_along_the_tempo(long ticks, long microseconds) =>
        Assert.Equal(microseconds, TimeConverter.ConvertTo<MetricTimeSpan>(ticks, Map).TotalMicroseconds);

    [Theory]
    [InlineData(0, "0.0.0")]
    [InlineData(1919, "0.3.479")]
    [InlineData(1920, "1.0.0")]
    [InlineData(3360, "2.0.0")]
    [InlineData(4799, "2.2.479")]
    [InlineData(4800, "3.0.0")]
    [InlineData(4800 + 5 * 240, "3.5.0")]
    [InlineData(4800 + 6 * 240 + 7, "4.0.7")]
    public void Ticks_become_bars_and_beats_along_the_meter(long ticks, string place)
    {
        var barBeat = TimeConverter.ConvertTo<BarBeatTicksTimeSpan>(ticks, Map);

        Assert.Equal(place, barBeat.ToString());
        Assert.Equal(ticks, TimeConverter.ConvertFrom(barBeat, Map));
    }

    [Theory]
    [InlineData(1679, "0.3.239")]
    [InlineData(1680, "0.3.240")]
    [InlineData(1681, "0.3.241")]
    [InlineData(1680 + 1439, "1.2.239")] // the beats before the change and those after it make a bar of the meter before it
    [InlineData(1680 + 1440, "1.3.240")]
    public void A_bar_that_a_change_of_meter_cuts_short_is_not_counted(long ticks, string place)
    {
        using var manager = new TempoMapManager(new TicksPerQuarterNoteTimeDivision(480));
        manager.SetTimeSignature(1680, new TimeSignature(3, 4));

        Assert.Equal(place, TimeConverter.ConvertTo<BarBeatTicksTimeSpan>(ticks, manager.TempoMap).ToString());
    }

    [Theory]
    [InlineData(TimeSpanType.Midi)]
    [InlineData(TimeSpanType.Metric)]
    [InlineData(TimeSpanType.Musical)]
    [InlineData(TimeSpanType.BarBeatTicks)]
    public void Times_lead_back_to_their_ticks_along_tempo_and_meter(TimeSpanType type) => TimesLeadBack(type, Map);

    [Theory]
    [InlineData(TimeSpanType.Midi)]
    [InlineData(TimeSpanType.Metric)]
    [InlineData(TimeSpanType.Musical)]
    public void Lengths_lead_back_to_their_ticks_from_any_time(TimeSpanType type) => LengthsLeadBack(type, Map);

    // Counted across a change of meter, bars and beats do not all lead back.
    [Theory]
    [InlineData(TimeSpanType.BarBeatTicks)]
    [InlineData(TimeSpanType.BarBeatFraction)]
    public void Bars_and_beats_of_one_meter_lead_back_to_their_ticks(TimeSpanType type)
    {
        TempoMap map = TempoMap.Create(new TicksPerQuarterNoteTimeDivision(480), new TimeSignature(6, 8));
        TimesLeadBack(type, map);
        LengthsLeadBack(type, map);
    }

    [Fact]
    public void A_length_depends_on_where_it_begins()
    {
        Assert.Equal(1_000_000, LengthConverter.ConvertTo<MetricTimeSpan>(480, 960, Map).TotalMicroseconds);
        Assert.Equal(250_000, LengthConverter.ConvertTo<MetricTimeSpan>(480, 1920, Map).TotalMicroseconds);
        Assert.Equal(1920, LengthConverter.ConvertFrom(new BarBeatTicksTimeSpan(1), 0, Map));
        Assert.Equal(1440, LengthConverter.ConvertFrom(new BarBeatTicksTimeSpan(1), 1920, Map));
        Assert.Equal(480, LengthConverter.ConvertFrom(MusicalTimeSpan.Quarter, 12345, Map));
    }

    [Fact]
    public void Unlike_kinds_convert_into_each_other()
    {
        Assert.Equal(new MusicalTimeSpan(3, 4), TimeConverter.ConvertTo<MusicalTimeSpan>(new MetricTimeSpan(0, 0, 2), Map));
        Assert.Equal(new BarBeatTicksTimeSpan(1), TimeConverter.ConvertTo(new MetricTimeSpan(0, 0, 3), TimeSpanType.BarBeatTicks, Map));
        Assert.Equal(1.5, ((BarBeatFractionTimeSpan)TimeConverter.ConvertTo(720, TimeSpanType.BarBeatFraction, Map)).Beats);
    }

    [Fact]
    public void Sums_of_unlike_kinds_convert_too()
    {
        ITimeSpan later = new BarBeatTicksTimeSpan(1).Add(new MetricTimeSpan(0, 0, 0, 250), TimeSpanMode.TimeLength);
        ITimeSpan earlier = new BarBeatTicksTimeSpan(1).Subtract(MusicalTimeSpan.Quarter, TimeSpanMode.TimeLength);
        ITimeSpan between = new MidiTimeSpan(1000).Subtract(MusicalTimeSpan.Quarter, TimeSpanMode.TimeTime);
        ITimeSpan together = MusicalTimeSpan.Quarter.Add(new MidiTimeSpan(20), TimeSpanMode.LengthLength);

        Assert.Equal(2400, TimeConverter.ConvertFrom(later, Map));
        Assert.Equal(1440, TimeConverter.ConvertFrom(earlier, Map));
        Assert.Equal(520, TimeConverter.ConvertFrom(between, Map));
        Assert.Equal(500, LengthConverter.ConvertFrom(together, 77, Map));
    }

    [Fact]
    public void What_cannot_be_a_time_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeConverter.ConvertTo<MetricTimeSpan>(-1, Map));
        Assert.Throws<ArgumentNullException>(() => TimeConverter.ConvertFrom(null!, Map));
        Assert.Throws<ArgumentNullException>(() => TimeConverter.ConvertTo<MetricTimeSpan>(1, null!));
    }

    private static void TimesLeadBack(TimeSpanType type, TempoMap map)
    {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            long tick = random.Next(20_000);
            ITimeSpan time = TimeConverter.ConvertTo(tick, type, map);
            long back = TimeConverter.ConvertFrom(time, map);
            Assert.True(tick == back, $"{tick} became {time} and {back}.");
        }
    }

    private static void LengthsLeadBack(TimeSpanType type, TempoMap map)
    {
        var random = new Random(2);
        for (int i = 0; i < 2000; i++)
        {
            (long time, long length) = (random.Next(20_000), random.Next(5000));
            ITimeSpan span = LengthConverter.ConvertTo(length, type, time, map);
            long back = LengthConverter.ConvertFrom(span, time, map);
            Assert.True(length == back, $"{length} at {time} became {span} and {back}.");
        }
    }

    private static TempoMap MakeMap()
    {
        using var manager = new TempoMapManager(new TicksPerQuarterNoteTimeDivision(480));
        manager.SetTempo(960, Tempo.FromBeatsPerMinute(60));
        manager.SetTempo(1920, Tempo.FromBeatsPerMinute(240));
        manager.SetTimeSignature(1920, new TimeSignature(3, 4));
        manager.SetTimeSignature(4800, new TimeSignature(6, 8));
        return manager.TempoMap;
    }
}
