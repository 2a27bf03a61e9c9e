using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class FormLettersTests
{
    private static readonly int[] _a = [60, 62, 64, 65], _b = [67, 65, 64, 62], _c = [72, 71, 69, 67];

    [Fact]
    public void Equal_bars_have_equal_letters() => Assert.Equal("abac", Letters(_a, _b, _a, _c).ToString());

    [Fact]
    public void Bar_with_half_of_the_notes_has_a_prime()
    {
        Assert.Equal("aa'", Letters(_a, [60, 62, 55, 57]).ToString());
        // A quarter of the notes is a new bar, although the rhythm is the same.
        Assert.Equal("ab", Letters(_a, [60, 59, 55, 57]).ToString());
        // A variant of a variant, and that again.
        Assert.Equal("aa'a'a'", Letters(_a, [60, 62, 55, 57], [60, 57, 55, 57], [60, 57, 55, 57]).ToString());
    }

    [Fact]
    public void Letters_are_in_groups_of_four_and_a_silent_bar_is_a_hyphen() =>
        Assert.Equal("ab-a c", Letters(_a, _b, [0], _a, _c).ToString());

    [Fact]
    public void Lag_is_that_of_the_most_similar_bar_and_of_several_the_nearest()
    {
        Assert.Equal([FormLetters.New, 1, 1, FormLetters.New, 2], Letters(_a, _a, _a, _b, _a).Lags);
        // The bar before is similar, but the one before that is equal.
        Assert.Equal(2, Letters(_a, [60, 62, 64, 57], _a).Lags[2]);
        Assert.Equal(FormLetters.Silent, Letters(_a, [0]).Lags[1]);
    }

    [Fact]
    public void Lags_of_a_continuation_count_its_own_bars()
    {
        var excerpt = FormExcerpt.Of([_a, _b], [_a, _b, _c, _c]);
        var lags = new LagCounts();
        lags.Add(excerpt, excerpt.Human);

        Assert.Equal([0.25, 0.25, 0.5], lags.Shares[..3]);
        Assert.Equal(LagCounts.Classes, lags.Shares.Length);
    }

    [Fact]
    public void Overlap_of_equal_lags_is_1_and_of_others_the_common_area()
    {
        var (again, other) = (Lags([_a, _b, _a, _b]), Lags([_a, _c, _c, _c]));

        Assert.Equal(1, again.Overlap(again));
        // Again: all bars refer to the one two bars before. Other: the first does, the second is new, the others refer to the bar before.
        Assert.Equal(0.25, again.Overlap(other));
        var overlap = FormOverlap.Measure([again, again], [other, other]);
        Assert.Equal((0.25, 0.25, 0.25), (overlap.Overlap, overlap.Low, overlap.High));
    }

    [Fact]
    public void Interval_of_the_overlap_holds_it_and_depends_on_the_tunes_only()
    {
        LagCounts[] human = [Lags([_a, _b, _a, _b]), Lags([_a, _c, _c, _c]), Lags([_c, _c, _a, _b])];
        LagCounts[] style = [Lags([_c, _b, _a, _b]), Lags([_a, _a, _c, _c]), Lags([_c, _a, _a, _b])];
        var overlap = FormOverlap.Measure(style, human);
        var tunes = FormOverlap.OfTunes(human);

        Assert.InRange(overlap.Overlap, overlap.Low, overlap.High);
        Assert.InRange(tunes.Overlap, tunes.Low, 1);
        Assert.Equal(overlap, FormOverlap.Measure(style, human));
    }

    private static LagCounts Lags(int[][] continuation)
    {
        var excerpt = FormExcerpt.Of([_a, _b], continuation);
        var lags = new LagCounts();
        lags.Add(excerpt, excerpt.Human);
        return lags;
    }

    private static FormLetters Letters(params int[][] bars) =>
        new(Bar.Split(FormExcerpt.Bars(0, bars), 0, bars.Length * FormExcerpt.Ticks));
}
