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

    [Fact]
    public void Bars_return_from_the_prompt_and_from_the_continuation()
    {
        Assert.Equal(1, BarReturns.Share(_excerpt, _excerpt.Human));
        // The second bar returns in the third, the fourth is a bar of the prompt.
        int[] other = [55, 57, 59, 60];
        Assert.Equal(0.5, BarReturns.Share(_excerpt, FormExcerpt.Bars(4, [48, 50, 52, 53], other, other, _b)));
    }

    [Fact]
    public void Bars_without_notes_do_not_count()
    {
        Assert.Equal(1, BarReturns.Share(_excerpt, FormExcerpt.Bars(4, [0], _a, [0], _b)));
        Assert.Equal(double.NaN, BarReturns.Share(_excerpt, FormExcerpt.Bars(4, [0])));
    }

    [Fact]
    public void Rhythm_returns_with_other_pitches()
    {
        var continuation = FormExcerpt.Bars(4, [48, 50, 52, 53], [48, 50], [55, 57], [48, 0, 48, 48]);

        Assert.Equal(0.5, BarReturns.RhythmShare(_excerpt, continuation));
        Assert.Equal(0, BarReturns.Share(_excerpt, continuation));
    }

    [Fact]
    public void Phrase_again_brings_all_bars_back_until_the_end()
    {
        var excerpt = FormExcerpt.Of([_a, _b], [_c, _c, _c, _d, _c]);

        Assert.Equal(FormExcerpt.Bars(2, _a, _b, _a, _b, _a), excerpt.PhraseAgain);
        Assert.Equal(1, BarReturns.Opening(excerpt, excerpt.PhraseAgain));
        Assert.Equal(1, BarReturns.Share(excerpt, excerpt.PhraseAgain));
    }

    [Fact]
    public void Phrase_again_leaves_out_the_pickup_and_is_cut_at_the_end()
    {
        // The prompt's last note of the next phrase's pickup is part of its last bar.
        var tune = FormExcerpt.Bars(0, [0, 0, 0, 59], _a, _b, _c, [60, 60, 67, 59], _d, _d);
        var excerpt = Assert.Single(Excerpt.FromTunes([new("tune", 0, tune)], 1, Excerpt.FormBars));

        Assert.Equal((FormExcerpt.Ticks, 3 * FormExcerpt.Ticks, 7 * FormExcerpt.Ticks), (excerpt.Opening, excerpt.Begin, excerpt.End));
        Assert.Equal(24, excerpt.Pickup);
        Assert.Equal(FormExcerpt.Bars(3, _a, _b, _a, _b), excerpt.PhraseAgain);
    }
}
