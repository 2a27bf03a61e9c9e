using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class TimeConverterTests
{
    /// <summary>480 ticks to the quarter; 120 bpm, 60 from 960, 240 from 1920; 4/4, 3/4 from 1920, 6/8 from 3600 (inside a bar).</summary>
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
    [InlineData(3599, "2.0.239")]
    [InlineData(3600, "3.0.0")] // the change of meter cuts bar 2 short
    [InlineData(3600 + 5 * 240, "3.5.0")]
    [InlineData(3600 + 6 * 240 + 7, "4.0.7")]
    public void Ticks_become_bars_and_beats_along_the_meter(long ticks, string place)
    {
        var barBeat = TimeConverter.ConvertTo<BarBeatTicksTimeSpan>(ticks, Map);

        Assert.Equal(place, barBeat.ToString());
        Assert.Equal(ticks, TimeConverter.ConvertFrom(barBeat, Map));
    }

    [Fact]
    public void Every_kind_of_time_leads_back_to_its_tick()
    {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            long tick = random.Next(20_000);
            foreach (TimeSpanType type in Enum.GetValues<TimeSpanType>())
            {
                ITimeSpan time = TimeConverter.ConvertTo(tick, type, Map);
                long back = TimeConverter.ConvertFrom(time, Map);
                Assert.True(tick == back, $"{tick} became {time} and {back}.");
            }
        }
    }

    [Fact]
    public void Every_kind_of_length_leads_back_to_its_ticks_from_any_time()
    {
        var random = new Random(2);
        for (int i = 0; i < 2000; i++)
        {
            (long time, long length) = (random.Next(20_000), random.Next(5000));
            foreach (TimeSpanType type in Enum.GetValues<TimeSpanType>())
            {
                ITimeSpan span = LengthConverter.ConvertTo(length, type, time, Map);
                long back = LengthConverter.ConvertFrom(span, time, Map);

                // A place in a beat of 480 ticks can fall between two ticks of a beat of 240.
                long tolerance = type == TimeSpanType.BarBeatFraction ? 1 : 0;
                Assert.True(Math.Abs(length - back) <= tolerance, $"{length} at {time} became {span} and {back}.");
            }
        }
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

    private static TempoMap MakeMap()
    {
        using var manager = new TempoMapManager(new TicksPerQuarterNoteTimeDivision(480));
        manager.SetTempo(960, Tempo.FromBeatsPerMinute(60));
        manager.SetTempo(1920, Tempo.FromBeatsPerMinute(240));
        manager.SetTimeSignature(1920, new TimeSignature(3, 4));
        manager.SetTimeSignature(3600, new TimeSignature(6, 8));
        return manager.TempoMap;
    }
}
