namespace ComposerPlugin.Music.Tests;

public sealed class SeededRandomTests
{
    [Fact]
    public void Numbers_never_change()
    {
        // A saved take must sound the same in every later version.
        Assert.Equal(0.12964561829974741, SeededRandom.Value(0, 0, 0, 0));
        Assert.Equal(0.071663707638260132, SeededRandom.Value(1, 2, 3, 0));
        Assert.Equal(0.37851053157295567, SeededRandom.Value(uint.MaxValue, 9, 99, 3));
    }

    [Fact]
    public void Numbers_fill_the_unit_interval_evenly()
    {
        var counts = new int[10];
        for (uint seed = 0; seed < 10; seed++)
        {
            for (int answer = 0; answer < 10; answer++)
            {
                for (int step = 0; step < 100; step++)
                {
                    for (int head = 0; head < 4; head++)
                        counts[(int)(SeededRandom.Value(seed, answer, step, head) * 10)]++;
                }
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 3800, 4200));
    }

    [Fact]
    public void Every_argument_counts()
    {
        double[] numbers =
        [
            SeededRandom.Value(1, 2, 3, 0), SeededRandom.Value(2, 2, 3, 0), SeededRandom.Value(1, 3, 3, 0), SeededRandom.Value(1, 2, 2, 0),
            SeededRandom.Value(1, 2, 3, 1), SeededRandom.Value(2, 1, 3, 0), SeededRandom.Value(1, 3, 2, 0),
        ];

        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }
}
