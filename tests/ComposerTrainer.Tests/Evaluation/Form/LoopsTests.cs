using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class LoopsTests
{
    private static readonly int[] _a = [60, 62, 64, 65], _b = [67, 65, 64, 62], _c = [72, 71, 69, 67];
    private static readonly Excerpt _excerpt = FormExcerpt.Of([_a, _b, _c, _b], [_a, _b, _c, _b, _a, _c]);

    [Fact]
    public void Bar_four_times_in_a_row_is_a_loop()
    {
        Assert.Equal(1, Loops.In(_excerpt, FormExcerpt.Bars(4, _b, _a, _a, _a, _a, _c)));
        Assert.Equal(0, Loops.In(_excerpt, FormExcerpt.Bars(4, _b, _a, _a, _a, _c, _a)));
        Assert.Equal(0, Loops.In(_excerpt, FormExcerpt.Bars(4, _a, _a, _b, _a, _a, _c)));
    }

    [Fact]
    public void Shorter_pattern_is_a_loop_if_it_lasts_two_bars()
    {
        int[] pitch = [60, 60, 60, 60], halves = [60, 64, 60, 64];
        Assert.Equal(1, Loops.In(_excerpt, FormExcerpt.Bars(4, _b, pitch, pitch, _c)));
        Assert.Equal(0, Loops.In(_excerpt, FormExcerpt.Bars(4, _b, pitch, _a, _c)));
        Assert.Equal(1, Loops.In(_excerpt, FormExcerpt.Bars(4, _b, halves, halves, _c)));
        Assert.Equal(0, Loops.In(_excerpt, FormExcerpt.Bars(4, _b, halves, [60, 64, 60, 65], _c)));
    }

    [Fact]
    public void Pattern_with_a_note_added_is_no_loop() =>
        Assert.Equal(0, Loops.In(_excerpt, FormExcerpt.Bars(4, _a, _a, [60, 62, 64, 64, 65, 65, 65, 65], _a)));

    [Fact]
    public void Beat_of_a_compound_meter_is_three_eighths()
    {
        var excerpt = _excerpt with { End = 16 * 72 };
        int[] pitches = [.. Enumerable.Range(0, 12).Select(i => 60 + (i % 3))];
        var continuation = Notes.In(new(6, 8), [.. pitches.Select((pitch, i) => (288 + (i * 12), 12, pitch))]);
        Assert.Equal(1, Loops.In(excerpt, continuation));
    }

    [Fact]
    public void Stuck_is_a_loop_where_the_tune_has_none()
    {
        var loop = FormExcerpt.Bars(4, _a, _a, _a, _a);
        Assert.Equal(1, Loops.Stuck(_excerpt, loop));
        Assert.Equal(0, Loops.Stuck(_excerpt, _excerpt.Human));
        Assert.Equal(0, Loops.Stuck(FormExcerpt.Of([_a, _b, _c, _b], [_c, _c, _c, _c]), loop));
        Assert.Equal(0, Loops.Stuck(FormExcerpt.Of([_c, _c, _c, _c], [_a, _b, _c, _b]), loop));
    }
}
