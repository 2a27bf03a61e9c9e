using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class ContourTests
{
    [Fact]
    public void Contour_is_the_highest_pitch_at_each_onset_minus_the_mean() =>
        Assert.Equal([-2, 2], ContourDistance.Contour(Notes.Of((0, 24, 50), (0, 24, 60), (24, 24, 64)).AsSpan()));

    [Fact]
    public void Distance_is_that_of_the_cheapest_path()
    {
        // Costs 0 0 3 / 2 2 1; the cheapest path goes right, then diagonally: 0 + 0 + 2 · 1, over 2 + 3.
        Assert.Equal(0.4, ContourDistance.Between([-1, 1], [-1, -1, 2]), 1e-12);
        Assert.Equal(0.4, ContourDistance.Between([-1, -1, 2], [-1, 1]), 1e-12);
    }

    [Fact]
    public void Transposed_and_slowed_contour_is_the_same()
    {
        double[] one = ContourDistance.Contour(Notes.Line(12, 60, 62, 64, 60).AsSpan()),
        other = ContourDistance.Contour(Notes.Line(24, 65, 67, 69, 65).AsSpan());

        Assert.Equal(0, ContourDistance.Between(one, other));
    }

    [Fact]
    public void Distances_above_the_limit_are_not_computed()
    {
        Assert.Equal(double.PositiveInfinity, ContourDistance.Between([-1, 1], [-1, -1, 2], enough: 0.2));
        Assert.Equal(0.4, ContourDistance.Between([-1, 1], [-1, -1, 2], enough: 0.5), 1e-12);
    }

    [Fact]
    public void Nearest_segment_equals_that_of_an_exhaustive_search()
    {
        Phrase[] corpus = [.. Enumerable.Range(0, 12).Select(seed => TestTunes.Tune(seed))];
        var nearest = new NearestContour(corpus);
        int ticks = 4 * corpus[0].Meter.BarTicks;
        for (int seed = 100; seed < 110; seed++)
        {
            double[] contour = Contour(TestTunes.Tune(seed), 0, ticks);
            double expected = corpus.SelectMany(
                tune => Enumerable.Range(0, 7).Select(i => Contour(tune, i * 2 * tune.Meter.BarTicks, ticks)))
                .Min(segment => ContourDistance.Between(contour, segment));
            Assert.Equal(expected, nearest.DistanceOf(contour, ticks), 1e-12);
        }
    }

    [Fact]
    public void Segment_of_the_corpus_is_found_in_another_key()
    {
        var tune = TestTunes.Tune(3);
        int bar = tune.Meter.BarTicks;
        var nearest = new NearestContour([TestTunes.Tune(1), TestTunes.Transposed(tune, 5)]);

        Assert.Equal(0, nearest.DistanceOf(Contour(tune, 4 * bar, 4 * bar), 4 * bar), 1e-9);
    }

    [Fact]
    public void Corpus_of_short_tunes_has_no_long_segment() =>
        Assert.Equal(double.PositiveInfinity, new NearestContour([Notes.Line(24, 60, 62, 64, 65)]).DistanceOf([0, 1], 10_000));

    private static double[] Contour(Phrase tune, int begin, int ticks) =>
        ContourDistance.Contour([.. tune.Where(note => note.Onset >= begin && note.Onset < begin + ticks)]);
}
