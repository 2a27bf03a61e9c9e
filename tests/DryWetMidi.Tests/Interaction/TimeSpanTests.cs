using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Interaction;

public class TimeSpanTests
{
    [Fact]
    public void Metric_time_has_its_parts_and_its_totals()
    {
        var time = new MetricTimeSpan(1, 2, 3, 4);

        Assert.Equal((1, 2, 3, 4), (time.Hours, time.Minutes, time.Seconds, time.Milliseconds));
        Assert.Equal(3_723_004_000, time.TotalMicroseconds);
        Assert.Equal(3723.004, time.TotalSeconds);
        Assert.Equal("1:2:3:4", time.ToString());
        Assert.Equal(TimeSpan.FromMilliseconds(3_723_004), (TimeSpan)time);
        Assert.Equal(time, (MetricTimeSpan)TimeSpan.FromMilliseconds(3_723_004));
    }

    [Fact]
    public void Fractions_are_kept_in_lowest_terms()
    {
        Assert.Equal("3/4", new MusicalTimeSpan(6, 8).ToString());
        Assert.Equal("6/8", new MusicalTimeSpan(6, 8, simplify: false).ToString());
        Assert.Equal(new MusicalTimeSpan(6, 8, simplify: false), new MusicalTimeSpan(3, 4));
        Assert.Equal("0/1", new MusicalTimeSpan().ToString());
    }

    [Fact]
    public void Dots_and_tuplets_change_a_fraction()
    {
        Assert.Equal(new MusicalTimeSpan(3, 8), MusicalTimeSpan.Quarter.SingleDotted());
        Assert.Equal(new MusicalTimeSpan(7, 16), MusicalTimeSpan.Quarter.DoubleDotted());
        Assert.Equal(new MusicalTimeSpan(1, 12), MusicalTimeSpan.Eighth.Triplet());
        Assert.Equal(new MusicalTimeSpan(3, 16), MusicalTimeSpan.Eighth.Duplet());
        Assert.Equal(new MusicalTimeSpan(1, 5), MusicalTimeSpan.Quarter.Tuplet(5, 4));
        Assert.Equal("2/8", MusicalTimeSpan.Quarter.ChangeDenominator(8).ToString());
    }

    [Fact]
    public void Fractions_add_subtract_and_scale_exactly()
    {
        Assert.Equal(new MusicalTimeSpan(5, 12), MusicalTimeSpan.Quarter + new MusicalTimeSpan(1, 6));
        Assert.Equal(new MusicalTimeSpan(1, 12), MusicalTimeSpan.Quarter - new MusicalTimeSpan(1, 6));
        Assert.Equal(new MusicalTimeSpan(3, 4), 3 * MusicalTimeSpan.Quarter);
        Assert.Equal(new MusicalTimeSpan(1, 12), MusicalTimeSpan.Quarter / 3);
        Assert.Equal(new MusicalTimeSpan(3, 8), MusicalTimeSpan.Quarter.Multiply(1.5));
        Assert.Equal(2, MusicalTimeSpan.Half.Divide(MusicalTimeSpan.Quarter));
    }

    [Fact]
    public void Like_kinds_add_to_their_own_kind_and_compare()
    {
        Assert.Equal(new MidiTimeSpan(12), new MidiTimeSpan(5).Add(new MidiTimeSpan(7), TimeSpanMode.LengthLength));
        Assert.Equal(new BarBeatTicksTimeSpan(3, 1, 5), new BarBeatTicksTimeSpan(1, 1) + new BarBeatTicksTimeSpan(2, 0, 5));
        Assert.Equal(new BarBeatFractionTimeSpan(1, 0.5), new BarBeatFractionTimeSpan(2, 1.5) - new BarBeatFractionTimeSpan(1, 1));
        Assert.True(new BarBeatTicksTimeSpan(1) > new BarBeatTicksTimeSpan(0, 9, 9));
        Assert.True(new MetricTimeSpan(5) <= new MetricTimeSpan(5));
        Assert.True(new MusicalTimeSpan(1, 3) < new MusicalTimeSpan(1, 2));
        Assert.True((MidiTimeSpan?)null == null);
        Assert.Throws<ArgumentNullException>(() => new MidiTimeSpan() < null!);
    }

    [Fact]
    public void A_negative_or_endless_time_span_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricTimeSpan(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricTimeSpan(long.MaxValue / 10 + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MidiTimeSpan(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MusicalTimeSpan(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BarBeatTicksTimeSpan(0, -1));
        Assert.Throws<ArgumentException>(() => new MetricTimeSpan(1) - new MetricTimeSpan(2));
        Assert.Throws<ArgumentException>(() => MusicalTimeSpan.Eighth - MusicalTimeSpan.Quarter);
    }

    [Fact]
    public void Two_times_cannot_be_added() =>
        Assert.Throws<ArgumentException>(() => new MetricTimeSpan(1).Add(new MidiTimeSpan(1), TimeSpanMode.TimeTime));

    [Fact]
    public void Unlike_kinds_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => new MetricTimeSpan(1).CompareTo(new MidiTimeSpan(1)));
}
