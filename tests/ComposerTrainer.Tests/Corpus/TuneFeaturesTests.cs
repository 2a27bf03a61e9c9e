using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class TuneFeaturesTests
{
    // C F G7 C, one chord a bar.
    private static readonly Phrase _cadence =
        new(new(4, 4), new byte[][] { [48, 64, 67, 72], [53, 65, 69, 72], [55, 65, 71, 74], [48, 64, 67, 72] }
        .SelectMany((chord, bar) => chord.Select(pitch => new Note(bar * 96, 96, new(pitch), 80))));

    [Fact]
    public void Chords_of_bars_are_named() => Assert.Equal("C F G7 C", string.Join(' ', TuneFeatures.FromPhrase(_cadence).Chords));

    [Fact]
    public void A_bar_without_notes_has_no_chord()
    {
        var phrase = new Phrase(
            new(4, 4), [new(0, 24, new(57), 80), new(24, 24, new(60), 80), new(48, 24, new(64), 80), new(192, 96, new(65), 80)]);
        Assert.Equal(["Am", "N", "F"], TuneFeatures.FromPhrase(phrase).Chords.Select(chord => chord.ToString()));
    }

    [Fact]
    public void Every_chord_is_recognized_from_its_notes_and_can_be_transposed()
    {
        int[][] qualities = [[0, 4, 7], [0, 3, 7], [0, 3, 6], [0, 4, 8], [0, 4, 7, 10]];
        for (int number = 1; number < Chord.Count; number++)
        {
            double[] weights = new double[12];
            int root = (number - 1) % 12;
            foreach (int interval in qualities[(number - 1) / 12])
                weights[(root + interval) % 12] = 24;
            var chord = Chord.Match(weights, root);
            Assert.Equal(number, chord.Number);
            Assert.Equal(chord, chord.Transpose(5).Transpose(-5));
            Assert.InRange(chord.Triad.Number, 1, 24);
        }
    }

    [Fact]
    public void Features_include_the_key_and_the_highest_line()
    {
        var features = TuneFeatures.FromPhrase(_cadence);
        Assert.Equal("C major", features.KeyName);
        Assert.Equal([72, 72, 74, 72], features.Melody.Select(note => (int)note.Pitch.Number));
        Assert.Equal(4, TuneFeatures.Polyphony(_cadence));
    }

    [Fact]
    public void Rhythm_is_written_on_the_coarsest_grid()
    {
        var phrase = new Phrase(new(6, 8), [new(0, 24, new(60), 80), new(24, 12, new(60), 80), new(36, 36, new(60), 80),
            new(72, 144, new(60), 80), new(216, 8, new(60), 80), new(224, 8, new(60), 80)]);
        Assert.Equal(["x.xx..", "x..", ".", "xx......."], TuneFeatures.FromPhrase(phrase).Rhythm);
    }
}
