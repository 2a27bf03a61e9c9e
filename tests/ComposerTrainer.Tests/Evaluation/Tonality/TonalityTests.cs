using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class TonalityTests
{
    [Fact]
    public void Rate_is_the_share_of_notes_in_the_scale()
    {
        var gMajor = DiatonicScale.BestFit(Notes.Line(12, 67, 69, 71, 72, 74, 76, 78, 79));

        Assert.Equal(7, gMajor.Tonic);
        Assert.Equal(0.75, gMajor.Rate(Notes.Line(12, 67, 66, 65, 71)));    // F natural is outside.
    }

    [Fact]
    public void Minor_scale_is_its_relative_major()
    {
        Assert.Equal(0, DiatonicScale.BestFit(Notes.Line(12, 69, 71, 72, 74, 76, 77, 79, 81)).Tonic);
        Assert.Equal(1, DiatonicScale.Consistency(Notes.Line(12, 69, 71, 72, 74, 76, 77, 79, 81)));
    }

    [Fact]
    public void Consistency_is_the_rate_in_the_best_scale() =>
        Assert.Equal(0.8, DiatonicScale.Consistency(Notes.Line(12, 60, 64, 65, 67, 61)));

    [Fact]
    public void Longer_duration_breaks_a_tie_between_two_scales() =>
        Assert.Equal(7, DiatonicScale.BestFit(
            Notes.Of((0, 12, 67), (12, 12, 71), (24, 12, 65), (36, 72, 66), (108, 12, 74), (120, 12, 64), (132, 12, 60))).Tonic);

    [Fact]
    public void Entropy_of_a_half_and_two_quarters_is_one_and_a_half_bits() =>
        Assert.Equal(1.5, PitchClassEntropy.Compute(Notes.Line(12, 60, 72, 64, 67)), 1e-12);

    [Fact]
    public void Groove_counts_the_onsets_in_which_neighbouring_bars_differ()
    {
        // The last quarter of the second bar comes an eighth early: two of 96 positions differ. The third bar is like the second.
        var phrase = Notes.Of(
            (0, 24, 60), (24, 24, 60), (48, 24, 60), (72, 24, 60),
            (96, 24, 60), (120, 24, 60), (144, 12, 60), (156, 24, 60),
            (192, 24, 60), (216, 24, 60), (240, 12, 60), (252, 24, 60));

        Assert.Equal(1 - (2 / 96.0), GrooveConsistency.Compute(phrase, 0, 192), 1e-12);
        Assert.Equal(1 - (1 / 96.0), GrooveConsistency.Compute(phrase, 0, 288), 1e-12);
        Assert.Equal(1, GrooveConsistency.Compute(phrase, 96, 288), 1e-12);
        Assert.Equal(1, GrooveConsistency.Compute(new(new Meter(6, 8), [new(0, 12, new(60), 80)]), 0, 72));
    }
}
