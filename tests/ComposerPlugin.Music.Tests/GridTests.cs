namespace ComposerPlugin.Music.Tests;

public class GridTests
{
    public static TheoryData<string, Grid> Grids => new()
    {
        { "1/4", Grid.Quarter }, { "1/8", Grid.Eighth }, { "1/8T", Grid.EighthTriplet }, { "1/16", Grid.Sixteenth },
        { "1/16+T", Grid.SixteenthAndTriplet }, { "1/16T", Grid.SixteenthTriplet }, { "1/32", Grid.ThirtySecond }, { "tick", Grid.Tick },
    };

    [Theory]
    [MemberData(nameof(Grids))]
    public void A_position_snaps_to_the_nearest_grid_line_of_its_bar(string name, Grid grid)
    {
        foreach (var meter in RandomPhrases.Meters)
        {
            int bar = meter.BarTicks;
            var lines = Enumerable.Range(0, bar).Where(grid.Contains).Append(bar).ToList();
            for (double position = 0; position < bar; position += 0.37)
            {
                int snapped = grid.Snap(position, bar);
                Assert.True(lines.Contains(snapped), $"{name} in {meter}: {position} went to {snapped}");
                Assert.True(Math.Abs(snapped - position) <= lines.Min(line => Math.Abs(line - position)) + 0.04,
                    $"{name} in {meter}: {position} went to {snapped}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Grids))]
    public void The_next_grid_line_is_the_first_at_or_after_the_position(string name, Grid grid)
    {
        for (int position = 0; position <= 84; position++)
        {
            var lines = Enumerable.Range(0, 84).Where(grid.Contains).Append(84);
            Assert.True(grid.AtOrAfter(position, 84) == lines.First(line => line >= position), $"{name}: {position}");
        }
    }

    [Theory]
    [InlineData(2.999, 6)]
    [InlineData(3.0, 6)]
    [InlineData(2.9, 0)]
    public void Half_way_rounds_up_even_when_the_position_was_rounded(double position, int line) =>
        Assert.Equal(line, Grid.Sixteenth.Snap(position, 96));
}
