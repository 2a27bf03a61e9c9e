using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Tests;

public class FinetuneTunesTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(4, 4)]
    [InlineData(20, 5)]
    [InlineData(101, 5)]
    public void Each_tune_is_held_out_once(int tunes, int folds)
    {
        using var folder = new TemporaryFolder();
        static Phrase Short(int seed) =>
            new(new(4, 4), Enumerable.Range(0, 3).Select(i => new Note(i * 24, 24, new((byte)(40 + (seed % 60))), 80)));
        TestData.Write(folder.Path, Enumerable.Range(0, tunes), [], [], Short);
        var read = FinetuneTunes.Read([folder.Path]);
        Assert.Equal(folds, read.Folds.Count);
        Assert.Equal(tunes, read.Folds.SelectMany(fold => fold).Select(tune => tune.Name).Distinct().Count());
        Assert.InRange(read.Folds.Max(fold => fold.Count) - read.Folds.Min(fold => fold.Count), 0, 1);
        for (int fold = 0; fold < folds; fold++)
            Assert.Equal(read.All.Select(tune => tune.Name).Order(), read.Folds[fold].Concat(read.Without(fold)).Select(tune => tune.Name)
                .Order());
    }

    [Fact]
    public void Variants_of_a_tune_are_held_out_together_and_variants_of_test_tunes_are_omitted()
    {
        using var folder = new TemporaryFolder();
        // Tunes 0 and 4 are one family, 1 and 5 another. The family of tune 2 is also in test.
        TestData.Write(folder.Path, [0, 1, 2, 3, 4, 5, 6, 7], [], [10],
            seed => TestTunes.Tune(seed == 10 ? 2 : seed is 4 or 5 ? seed - 4 : seed));
        var read = FinetuneTunes.Read([folder.Path]);
        Assert.Equal(7, read.All.Count);
        int FoldOf(string name) => read.Folds.ToList().FindIndex(fold => fold.Any(tune => tune.Name == name));
        Assert.Equal(-1, FoldOf("2"));
        Assert.Equal(FoldOf("0"), FoldOf("4"));
        Assert.Equal(FoldOf("1"), FoldOf("5"));
        Assert.NotEqual(FoldOf("0"), FoldOf("1"));
    }
}
