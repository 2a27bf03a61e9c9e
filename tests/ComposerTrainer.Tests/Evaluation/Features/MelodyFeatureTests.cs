using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class MelodyFeatureTests
{
    // C4 and E4 quarters, C4 an eighth, a rest of an eighth, C5 a dotted quarter.
    private static readonly ComposerPlugin.Music.Phrase _phrase = Notes.Of((0, 24, 60), (24, 24, 64), (48, 12, 60), (72, 36, 72));

    [Theory]
    [InlineData("pitch_count", 3)]
    [InlineData("pitch_range", 12)]
    [InlineData("pitch_interval", (4 + 4 + 12) / 3.0)]
    [InlineData("note_count", 4)]
    [InlineData("inter_onset", 1)]
    public void Scalar_features_match_a_hand_calculation(string name, double expected) =>
        Assert.Equal([expected], MelodyFeature.Named(name).Compute(_phrase));

    [Fact]
    public void Pitch_classes_are_weighted_by_duration()
    {
        double[] histogram = MelodyFeature.Named("pitch_class_histogram").Compute(_phrase);

        Assert.Equal(72 / 96.0, histogram[0], 1e-12);
        Assert.Equal(24 / 96.0, histogram[4], 1e-12);
        Assert.Equal(1, histogram.Sum(), 1e-12);
    }

    [Fact]
    public void Pitch_class_transitions_are_counted()
    {
        double[] matrix = MelodyFeature.Named("pitch_class_transitions").Compute(_phrase);

        Assert.Equal((1, 1, 1), (matrix[(0 * 12) + 4], matrix[(4 * 12) + 0], matrix[0]));
        Assert.Equal(3, matrix.Sum());
    }

    [Fact]
    public void Note_lengths_are_rounded_to_the_nearest_note_value()
    {
        // Quarters twice; an eighth held a tick too long; a dotted quarter held a tick too short.
        var phrase = Notes.Of((0, 24, 60), (24, 24, 64), (48, 13, 60), (72, 35, 72));
        double[] histogram = MelodyFeature.Named("note_length_histogram").Compute(phrase);
        double[] matrix = MelodyFeature.Named("note_length_transitions").Compute(phrase);
        int quarter = Value("1/4"), eighth = Value("1/8"), dottedQuarter = Value("1/4.");

        Assert.Equal((0.5, 0.25, 0.25), (histogram[quarter], histogram[eighth], histogram[dottedQuarter]));
        Assert.Equal((1, 1, 1), (matrix[(quarter * 12) + quarter], matrix[(quarter * 12) + eighth], matrix[(eighth * 12) + dottedQuarter]));
        Assert.Equal(3, matrix.Sum());
    }

    [Fact]
    public void Single_note_has_features_too() =>
        Assert.All(MelodyFeature.All,
            feature => Assert.All(feature.Compute(Notes.Of((0, 24, 60))), value => Assert.True(double.IsFinite(value))));

    private static int Value(string name) => MelodyFeature.NoteValues.ToList().IndexOf(name);
}
