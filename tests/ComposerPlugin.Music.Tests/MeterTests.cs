namespace ComposerPlugin.Music.Tests;

public class MeterTests
{
    [Theory]
    [InlineData(4, 4, 96, 24)]
    [InlineData(3, 4, 72, 24)]
    [InlineData(6, 8, 72, 36)]
    [InlineData(12, 8, 144, 36)]
    [InlineData(7, 8, 84, 12)]
    [InlineData(2, 2, 96, 48)]
    [InlineData(3, 8, 36, 12)]
    public void Bars_and_beats_are_counted_as_musicians_do(int numerator, int denominator, int bar, int beat)
    {
        Meter meter = new(numerator, denominator);
        Assert.Equal((bar, beat, true), (meter.BarTicks, meter.BeatTicks, meter.IsValid));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(4, 3)]
    [InlineData(-3, 4)]
    [InlineData(1000, 4)]
    public void An_invalid_meter_is_read_as_common_time(int numerator, int denominator) =>
        Assert.Equal(Meter.Common, new Meter(numerator, denominator).OrCommon);
}
