using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class OriginalityTests
{
    [Fact]
    public void Shared_run_is_counted_in_steps_in_any_key()
    {
        var runs = new SharedRuns([Notes.Line(12, 60, 62, 64, 65, 67, 60)]);

        // A fourth higher, three intervals are alike: 2, 2, 1.
        Assert.Equal(3, runs.LongestIn(Notes.Line(12, 70, 65, 67, 69, 70, 60)));
    }

    [Fact]
    public void Steps_with_different_durations_do_not_match() =>
        Assert.Equal(1, new SharedRuns([Notes.Line(12, 60, 62, 64, 65)])
            .LongestIn(Notes.Of((0, 12, 60), (12, 24, 62), (36, 12, 64), (48, 24, 65))));

    [Fact]
    public void Run_does_not_span_two_tunes()
    {
        var runs = new SharedRuns([Notes.Line(12, 60, 62, 64), Notes.Line(12, 65, 67, 69)]);

        Assert.Equal(2, runs.LongestIn(Notes.Line(12, 60, 62, 64, 66, 68)));
    }

    [Fact]
    public void Longest_run_equals_that_of_an_exhaustive_search()
    {
        Phrase[] corpus = [.. Enumerable.Range(0, 20).Select(seed => TestTunes.Tune(seed))];
        var runs = new SharedRuns(corpus);
        for (int seed = 100; seed < 110; seed++)
        {
            var phrase = TestTunes.Tune(seed);
            Assert.Equal(corpus.Max(tune => LongestCommon(tune, phrase)), runs.LongestIn(phrase));
        }
    }

    [Fact]
    public void One_repeated_note_is_counted_up_to_the_limit()
    {
        var runs = new SharedRuns([Notes.Line(12, [.. Enumerable.Repeat(60, 20_000)])]);

        Assert.Equal(49, runs.LongestIn(Notes.Line(12, [.. Enumerable.Repeat(64, 50)])));
        Assert.Equal(SharedRuns.Longest, runs.LongestIn(Notes.Line(12, [.. Enumerable.Repeat(64, 500)])));
        Assert.Equal(0, runs.LongestIn(Notes.Line(12, 60)));
    }

    [Fact]
    public void Cardinality_score_matches_its_authors_example()
    {
        var window = Points((1, 1), (1, 3), (1, 4), (2, 2), (3, 1), (4, 1), (4, 4));
        var other = Points((3, 4), (3, 6), (3, 7), (4, 2), (5, 4), (5, 5), (6, 7), (7, 1));

        // Five of eight points, moved by (2, 3).
        Assert.Equal(0.625, new CardinalityScore([other]).Score(window, 0, 192)!.Value, 1e-12);
    }

    [Fact]
    public void Copy_scores_1_at_any_position_and_in_any_key()
    {
        var tune = TestTunes.Tune(5, Meter.Common);
        var later = new Phrase(Meter.Common, TestTunes.Transposed(tune, 4).Select(note => note with { Onset = note.Onset + 24 }));
        var score = new CardinalityScore([TestTunes.Tune(1), later]);

        Assert.Equal(1, score.Score(tune, 0, 4 * 96)!.Value, 1e-12);
        Assert.InRange(score.Score(TestTunes.Tune(6, Meter.Common), 0, 4 * 96)!.Value, 0.2, 0.95);
    }

    [Fact]
    public void Windows_that_are_nearly_empty_have_no_score()
    {
        var score = new CardinalityScore([TestTunes.Tune(1)]);

        Assert.Null(score.Score(Notes.Line(96, 60, 62), 0, 192));
        Assert.Null(score.Score(TestTunes.Tune(1), 0, 10));
    }

    [Fact]
    public void Central_range_omits_5_percent_at_each_end()
    {
        Assert.Equal(new(5, 95), CentralRange.FromValues(Enumerable.Range(0, 101).Select(i => (double)(100 - i))));
        Assert.Equal(new(1.1, 2.9), CentralRange.FromValues([3, 1]));
        Assert.Equal(new(7, 7), CentralRange.FromValues([7]));
    }

    [Fact]
    public void Interval_of_a_mean_matches_its_formula()
    {
        var interval = MeanInterval.FromValues([1, 2, 3]);

        Assert.Equal(2, interval.Mean);
        Assert.Equal(2 - (1.96 / Math.Sqrt(3)), interval.Low, 1e-12);
        Assert.Equal(2 + (1.96 / Math.Sqrt(3)), interval.High, 1e-12);
    }

    // In quarters and semitones.
    private static Phrase Points(params (int Quarter, int Pitch)[] points) =>
        Notes.Of([.. points.Select(point => (point.Quarter * 24, 24, 60 + point.Pitch))]);

    private static int LongestCommon(Phrase left, Phrase right)
    {
        int longest = 0;
        for (int i = 1; i < left.Count; i++)
        {
            for (int j = 1; j < right.Count; j++)
            {
                int length = 0;
                while (i + length < left.Count && j + length < right.Count && Step(left, i + length) == Step(right, j + length))
                    length++;
                longest = Math.Max(longest, length);
            }
        }
        return longest;
    }

    private static (int, int) Step(Phrase phrase, int note) =>
        (phrase[note].Pitch.Number - phrase[note - 1].Pitch.Number, phrase[note].Duration);
}
