using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Tests;

public class BatchPlanTests
{
    private static readonly StepRows[] _tunes = StepRows.FromPhrases(Enumerable.Range(0, 4).Select(seed => TestTunes.Tune(seed)));
    private static readonly TrainConfig _config = new() { BatchTunes = 3 };

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 100, 100)]
    [InlineData(3, 300, 300)]
    [InlineData(0.25, 15, 40)]
    [InlineData(2.5, 235, 265)]
    public void A_weight_sets_how_often_a_tune_is_drawn(double weight, int fewest, int most)
    {
        WeightedRows[] tunes = [.. _tunes.Select((rows, tune) => new WeightedRows(rows, tune == 2 ? weight : 1))];
        var drawn = Enumerable.Range(0, 100).SelectMany(epoch => BatchPlan.Create(tunes, _config, 1, epoch)).SelectMany(batch => batch)
            .ToList();
        Assert.InRange(drawn.Count(item => item.Rows == _tunes[2]), fewest, most);
        Assert.Equal(300, drawn.Count(item => item.Rows != _tunes[2]));
    }

    [Fact]
    public void Seed_and_epoch_determine_the_plan()
    {
        WeightedRows[] tunes = [.. _tunes.Select(rows => new WeightedRows(rows, 1.5))];
        BatchItem[] Items(int seed, int epoch) => [.. BatchPlan.Create(tunes, _config, seed, epoch).SelectMany(batch => batch)];
        Assert.Equal(Items(1, 2), Items(1, 2));
        Assert.NotEqual(Items(1, 2), Items(1, 3));
        Assert.NotEqual(Items(1, 2), Items(2, 2));
    }
}
