using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class EndingTests
{
    private static readonly int[] _tonic = [60, 64, 67, 60], _scale = [60, 62, 64, 65], _dominant = [67, 71, 74, 67];

    // C major.
    private static readonly Excerpt _excerpt = FormExcerpt.Of([_tonic, _scale, _dominant, _tonic], [_scale, _tonic]);

    [Fact]
    public void Ending_on_the_tonic_counts_in_any_octave()
    {
        Assert.Equal(1, TonicEnding.Has(_excerpt, _excerpt.Human));
        Assert.Equal(1, TonicEnding.Has(_excerpt, FormExcerpt.Bars(4, _scale, [67, 72])));
        Assert.Equal(0, TonicEnding.Has(_excerpt, FormExcerpt.Bars(4, _tonic, _dominant)));
    }

    [Fact]
    public void Of_a_chord_the_lowest_note_counts() =>
        Assert.Equal(1, TonicEnding.Has(_excerpt, Notes.Of((4 * 96, 96, 67), (5 * 96, 96, 60), (5 * 96, 96, 64), (5 * 96, 96, 67))));

    [Fact]
    public void Pickup_to_the_next_part_does_not_count()
    {
        var tune = FormExcerpt.Bars(
            0, [0, 0, 0, 67], _tonic, _scale, _dominant, _tonic, _scale, _tonic, _dominant, _scale,
            _tonic, _scale, _dominant, [60, 64, 60, 67], _tonic, _tonic, _tonic, [60, 64, 60, 67], _scale);
        var excerpt = Assert.Single(Excerpt.FromTunes([new("tune", 0, tune)], 1, Excerpt.FormBars));

        Assert.Equal(17 * FormExcerpt.Ticks, excerpt.End);
        Assert.Equal(1, TonicEnding.Has(excerpt, excerpt.Human));
    }

    [Fact]
    public void Without_a_note_nothing_is_measured()
    {
        Assert.Equal(double.NaN, TonicEnding.Has(_excerpt, FormExcerpt.Bars(4)));
        Assert.Equal(double.NaN, FirstNote.RepeatsLast(_excerpt, FormExcerpt.Bars(4)));
    }

    [Fact]
    public void First_note_repeats_the_last_one_of_the_prompt()
    {
        Assert.Equal(1, FirstNote.RepeatsLast(_excerpt, _excerpt.Human));
        Assert.Equal(0, FirstNote.RepeatsLast(_excerpt, FormExcerpt.Bars(4, [72, 60])));
        // Of a chord the highest note counts.
        Assert.Equal(1, FirstNote.RepeatsLast(_excerpt, Notes.Of((4 * 96, 96, 55), (4 * 96, 96, 60))));
    }
}
