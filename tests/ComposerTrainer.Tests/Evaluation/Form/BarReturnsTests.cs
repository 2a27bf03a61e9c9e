using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class BarReturnsTests
{
    private static readonly int[] _a = [60, 62, 64, 65], _b = [67, 65, 64, 62], _c = [72, 71, 69, 67], _d = [60, 60, 67, 67];
    private static readonly Excerpt _excerpt = FormExcerpt.Of([_a, _b, _c, _d], [_c, _b, _a, _d]);

    [Fact]
    public void Opening_returns_in_any_bar_of_the_continuation()
    {
        Assert.Equal(1, BarReturns.Opening(_excerpt, _excerpt.Human));
        Assert.Equal(0, BarReturns.Opening(_excerpt, FormExcerpt.Bars(4, _b, _c, _d, _b)));
    }

    [Fact]
    public void Opening_an_octave_higher_or_at_another_beat_does_not_return()
    {
        Assert.Equal(0, BarReturns.Opening(_excerpt, FormExcerpt.Bars(4, [72, 74, 76, 77], [62, 60, 62, 64], [65, 67, 69, 71])));
        // The same pitches, but as eighths.
        Assert.Equal(0, BarReturns.Opening(_excerpt, FormExcerpt.Bars(4, [.. _a, .. _b])));
    }

    [Fact]
    public void Opening_is_the_first_full_bar_after_a_pickup()
    {
        var tune = FormExcerpt.Bars(0, [0, 0, 0, 59], _a, _b, _c, _d, _b, _c, _a, _d, _a, _b, _c, _d);
        var excerpt = Assert.Single(Excerpt.FromTunes([new("tune", 0, tune)], 1, Excerpt.FormBars));

        Assert.Equal(FormExcerpt.Ticks, excerpt.Opening);
        Assert.Equal(1, BarReturns.Opening(excerpt, excerpt.Human));
    }

    [Fact]
    public void Opening_without_notes_is_not_measured() =>
        Assert.Equal(double.NaN, BarReturns.Opening(FormExcerpt.Of([[0], _a, _b, _c], [_a, _b]), _excerpt.Human));
}
