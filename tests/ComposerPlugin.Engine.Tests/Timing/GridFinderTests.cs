using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class GridFinderTests
{
    private static readonly BarGrid _bars = new(Meter.Common, 0);

    // Two bars of each, in ticks of a quarter or of a half.
    public static TheoryData<string, Grid, double[]> Rhythms => new()
    {
        { "quarters", Grid.Sixteenth, [0, 24] },
        { "eighths", Grid.Sixteenth, [0, 12, 24, 36] },
        { "sixteenths", Grid.Sixteenth, [0, 6, 12, 18, 24, 30, 36, 42] },
        { "dotted eighths", Grid.Sixteenth, [0, 18, 24, 42] },
        { "reel", Grid.Sixteenth, [0, 12, 18, 24, 36] },
        { "triplets", Grid.EighthTriplet, [0, 8, 16, 24, 32, 40] },
        { "quarter triplets", Grid.EighthTriplet, [0, 16, 32] },
        { "triplets and eighths", Grid.SixteenthAndTriplet, [0, 12, 24, 32, 40] },
        { "sextuplets", Grid.SixteenthTriplet, [0, 4, 8, 12, 16, 20, 24, 36] },
        { "thirty-seconds", Grid.ThirtySecond, [0, 3, 6, 9, 12, 18, 24, 36] },
    };

    [Theory]
    [MemberData(nameof(Rhythms))]
    public void The_grid_of_a_rhythm_is_found_as_people_play_it(string name, Grid grid, double[] half)
    {
        Assert.NotEmpty(name);
        Assert.Equal(50, Count(120, half, found => found.Pair == 0 && found.Grid.Positions == grid.Positions, jitter: 0));
        // 8 ms is a good player's deviation.
        Assert.InRange(Count(100, half, found => found.Pair == 0 && found.Grid.Positions == grid.Positions, jitter: 0.008), 47, 50);
    }

    [Theory]
    [InlineData(0.58)]
    [InlineData(0.62)]
    [InlineData(0.667)]
    [InlineData(0.7)]
    public void Swung_eighths_are_found_with_their_ratio(double swing)
    {
        double[] half = [0, 24 * swing, 24, 24 + (24 * swing)];
        foreach (double tempo in (double[])[80, 120, 180])
        {
            Assert.InRange(Count(tempo, half, found => found.Pair == 24, jitter: 0.008), 45, 50);
            Assert.InRange(Find(tempo, half, jitter: 0, seed: 1).Swing, swing - 0.002, swing + 0.002);
        }
    }

    [Fact]
    public void Swung_sixteenths_are_found()
    {
        var found = Find(90, [0, 7.5, 12, 19.5, 24, 31.5, 36, 43.5], jitter: 0.004, seed: 1);
        Assert.Equal(12, found.Pair);
        Assert.InRange(found.Swing, 0.605, 0.645);
    }

    [Fact]
    public void A_lazy_player_is_late_and_does_not_swing()
    {
        var found = Find(120, [1.5, 13.5, 25.5, 37.5], jitter: 0.004, seed: 2);
        Assert.Equal((0, Grid.Sixteenth.Positions), (found.Pair, found.Grid.Positions));
    }

    [Fact]
    public void Eighths_that_cross_the_beats_do_not_swing()
    {
        var finder = new GridFinder();
        for (int i = 0; i < 24; i++)
            finder.Hear((i * 12) + (i % 2 * 3), new(new(6, 8), 0), 1 / 48.0);
        Assert.NotEqual(24, finder.Found.Pair);
    }

    [Fact]
    public void Another_phrase_finds_another_grid_and_a_short_one_keeps_it()
    {
        var finder = new GridFinder();
        Play(finder, [0, 16, 24, 40], 0);
        Assert.Equal(24, finder.Found.Pair);
        finder.Begin();
        finder.Hear(960, _bars, 1 / 48.0);
        Assert.Equal(24, finder.Found.Pair);
        finder.Begin();
        Play(finder, [0, 12, 24, 36], 1920);
        Assert.Equal(PhraseGrid.Straight, finder.Found);
    }

    [Fact]
    public void What_is_found_allocates_nothing()
    {
        var finder = new GridFinder();
        double[] half = [0, 16, 24, 40];
        NoAllocation.In(() =>
        {
            finder.Begin();
            Play(finder, half, 0);
        });
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(7, 8)]
    public void What_is_written_sounds_where_it_was_played(int numerator, int denominator)
    {
        var bars = new BarGrid(new(numerator, denominator), 0);
        var span = new BlockSpan(0, 0.001, 512, bars, false);
        var groove = new Groove(24, 0.64, 0);
        for (int tick = 0; tick < 200; tick++)
        {
            Assert.Equal(tick, groove.WrittenAt(groove.PositionOf(tick, span), bars), 6);
            Assert.Equal(tick, new PhraseGrid(Grid.Tick, 24, 0.64).Quantize(groove.PositionOf(tick, span), bars));
        }
    }

    private static int Count(double tempo, double[] half, Func<PhraseGrid, bool> isRight, double jitter) =>
        Enumerable.Range(0, 50).Count(seed => isRight(Find(tempo, half, jitter, seed)));

    private static PhraseGrid Find(double tempo, double[] half, double jitter, int seed)
    {
        var random = new Random(seed);
        var finder = new GridFinder();
        double secondsPerTick = 60 / tempo / Ticks.PerQuarter;
        for (int i = 0; i < 4; i++)
        {
            foreach (double tick in half)
            {
                double gauss = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                finder.Hear(960 + (i * 48) + tick + (gauss * jitter / secondsPerTick), _bars, secondsPerTick);
            }
        }
        return finder.Found;
    }

    private static void Play(GridFinder finder, double[] half, double from)
    {
        for (int i = 0; i < 4; i++)
        {
            foreach (double tick in half)
                finder.Hear(from + (i * 48) + tick, _bars, 1 / 48.0);
        }
    }
}
