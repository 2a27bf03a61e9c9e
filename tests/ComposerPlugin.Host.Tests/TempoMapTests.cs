namespace ComposerPlugin.Host.Tests;

public class TempoMapTests
{
    private static readonly TempoMap _map = new(new TempoChange(0, 120), new TempoChange(4, 60), new TempoChange(8, 240));

    [Theory]
    [InlineData(-2, -1)]
    [InlineData(0, 0)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(8, 6)]
    [InlineData(12, 7)]
    public void Positions_and_times_are_converted_both_ways(double quarter, double seconds)
    {
        Assert.Equal(seconds, _map.SecondsAt(quarter), 12);
        Assert.Equal(quarter, _map.QuarterAt(seconds), 12);
    }

    [Theory]
    [InlineData(-1, 120)]
    [InlineData(3.999, 120)]
    [InlineData(4, 60)]
    [InlineData(100, 240)]
    public void Tempo_holds_from_its_change_on(double quarter, double tempo) => Assert.Equal(tempo, _map.TempoAt(quarter));

    [Fact]
    public void Quarter_zero_is_second_zero_for_every_first_change()
    {
        var map = new TempoMap(new TempoChange(-4, 60), new TempoChange(2, 120));
        Assert.Equal(0, map.SecondsAt(0), 12);
        Assert.Equal(-4, map.SecondsAt(-4), 12);
        Assert.Equal(2.5, map.SecondsAt(3), 12);
        Assert.Equal(3, map.QuarterAt(2.5), 12);
    }

    [Fact]
    public void Next_change_is_found()
    {
        Assert.Equal(4, _map.NextChange(0));
        Assert.Equal(8, _map.NextChange(4));
        Assert.Equal(double.PositiveInfinity, _map.NextChange(8));
    }

    [Fact]
    public void Impossible_maps_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TempoMap());
        Assert.Throws<ArgumentException>(() => new TempoMap(new TempoChange(0, 0)));
        Assert.Throws<ArgumentException>(() => new TempoMap(new TempoChange(4, 120), new TempoChange(4, 60)));
    }
}
