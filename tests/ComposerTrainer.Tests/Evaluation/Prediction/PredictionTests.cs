using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class PredictionTests
{
    // Quarters from tick 96 on; the prompt's last onset is 72.
    private const int LastOnset = 72;

    [Fact]
    public void Each_score_covers_a_longer_window()
    {
        var truth = Notes.Of((96, 24, 60), (120, 24, 62), (144, 24, 64), (168, 24, 65));
        var generated = Notes.Of((96, 24, 62), (120, 24, 64), (144, 24, 66), (156, 12, 67), (168, 24, 60));

        double?[] scores = CardinalityF1.Compute(truth, generated, LastOnset);

        Assert.Equal(17, scores.Length);
        Assert.Equal(1, scores[0]);                       // 2 quarters: two points each, moved by 2 semitones.
        Assert.Equal(1, scores[2]);                       // 3 quarters: three points each.
        Assert.Equal(0.8, scores[3]!.Value, 1e-12);       // 3.5: recall 2/2, precision 2/3.
        Assert.Equal(4 / 7.0, scores[4]!.Value, 1e-12);   // 4: recall 2/3, precision 2/4.
        Assert.Equal(scores[4], scores[16]);
    }

    [Fact]
    public void Too_few_points_have_no_score() =>
        Assert.All(CardinalityF1.Compute(Notes.Of((96, 96, 60)), Notes.Line(24, 60, 62, 64), LastOnset), score => Assert.Null(score));

    [Fact]
    public void Nothing_in_common_scores_0() =>
        Assert.Equal(0, CardinalityF1.Compute(Notes.Of((96, 24, 60), (120, 24, 62)), Notes.Of((96, 24, 60), (110, 24, 67)), LastOnset)[0]);

    [Fact]
    public void Pitch_overlap_is_that_of_the_histograms()
    {
        var truth = Notes.Of((96, 24, 60), (120, 24, 60), (144, 24, 62), (168, 24, 76));
        var generated = Notes.Of((96, 24, 60), (120, 24, 64));

        Assert.Equal(0.5, PitchOverlap.ByPitch(truth, generated, LastOnset), 1e-12);
        Assert.Equal(0.75, PitchOverlap.ByPitchClass(truth, generated, LastOnset), 1e-12);
    }

    [Fact]
    public void Pitches_later_than_10_quarters_do_not_count() =>
        Assert.Equal(1, PitchOverlap.ByPitch(Notes.Of((96, 24, 60)), Notes.Of((96, 24, 60), (LastOnset + 241, 24, 65)), LastOnset), 1e-12);

    [Fact]
    public void Note_is_correct_if_all_three_attributes_were_the_most_probable()
    {
        AttributeScore iois = new(), pitches = new(), durations = new();
        // Two classes each; the last row plays no note.
        iois.Add([1, 0, 1, 0, 0, 1, 1, 0], [0, 0, 0, 0]);
        pitches.Add([1, 0, 1, 0, 1, 0, 1, 0], [0, 0, 0, -1]);
        durations.Add([1, 0, 0, 1, 1, 0, 1, 0], [0, 0, 0, -1]);

        Assert.Equal([true, true, false, true], iois.Outcomes);
        Assert.Equal([true, true, true, null], pitches.Outcomes);
        Assert.Equal(1 / 3.0, NoteAccuracy.Compute(iois, pitches, durations), 1e-12);
        Assert.Equal(0.75, iois.Accuracy);
    }
}
