using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class BootstrapTests
{
    [Fact]
    public void Interval_of_a_mean_is_near_that_of_the_normal_distribution()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i % 5 == 0 ? 1.0 : 0)];
        var (interval, normal) = (Bootstrap.Interval(values), MeanInterval.FromValues(values));

        Assert.Equal(normal.Low, interval.From, 0.02);
        Assert.Equal(normal.High, interval.To, 0.02);
        Assert.Equal(interval, Bootstrap.Interval(values));
    }

    [Fact]
    public void Interval_of_equal_values_is_that_value() => Assert.Equal(new(1, 1), Bootstrap.Interval([1, 1, 1]));

    [Fact]
    public void Two_sets_of_a_draw_are_independent()
    {
        double[] shared = Bootstrap.Numbers(100, (some, others) => some.Zip(others).Count(pair => pair.First == pair.Second));
        Assert.Equal(1, shared.Average(), 0.2);
    }
}
