namespace ComposerPlugin.Host.Tests;

public class MeterMapTests
{
    private static readonly MeterMap _map = new(new MeterChange(0, 4, 4), new MeterChange(8, 7, 8), new MeterChange(15, 3, 4));

    [Theory]
    [InlineData(-0.5, -4)]
    [InlineData(0, 0)]
    [InlineData(3.999, 0)]
    [InlineData(7.9999999999, 8)]
    [InlineData(8, 8)]
    [InlineData(11.4, 8)]
    [InlineData(11.5, 11.5)]
    [InlineData(15, 15)]
    [InlineData(20.9, 18)]
    public void Last_bar_line_is_found(double quarter, double barLine) => Assert.Equal(barLine, _map.BarLineAt(quarter), 12);

    [Theory]
    [InlineData(-1, 4, 4)]
    [InlineData(8, 7, 8)]
    [InlineData(14.9, 7, 8)]
    [InlineData(15, 3, 4)]
    public void Meter_holds_from_its_change_on(double quarter, int numerator, int denominator)
    {
        var meter = _map.MeterAt(quarter);
        Assert.Equal((numerator, denominator), (meter.Numerator, meter.Denominator));
    }

    [Fact]
    public void Impossible_maps_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new MeterMap());
        Assert.Throws<ArgumentException>(() => new MeterMap(new MeterChange(0, 0, 4)));
        Assert.Throws<ArgumentException>(() => new MeterMap(new MeterChange(4, 4, 4), new MeterChange(2, 3, 4)));
    }
}
