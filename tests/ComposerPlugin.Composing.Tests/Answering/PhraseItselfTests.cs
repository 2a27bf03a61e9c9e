using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class PhraseItselfTests
{
    private static readonly ComposeRequest _varies = new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase };

    [Fact]
    public void Vary_at_zero_plays_the_phrase_wherever_it_lies_in_every_range_of_a_style()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            int polyphony = 1 + random.Next(3), styleLowest = random.Next(100);
            var style = StyleFiles.Recurrent with
            {
                Polyphony = polyphony, PitchRange = new() { Lowest = styleLowest, Highest = styleLowest + random.Next(28) },
            };
            using var stage = new ComposerStage(new FakeModel(), style) { Controls = new(Grid.Sixteenth, 1, 1, (uint)seed) { Variation = 0 } };
            var phrase = Phrase(random, polyphony, lowest: random.Next(104));
            Play(stage, phrase);
            var answer = stage.Answer(2 * Bar, 4 * Bar, _varies);
            Assert.Equal(phrase, answer.Select(note => ((int)note.Onset - (2 * Bar), note.Duration, (int)note.Pitch.Number, (int)note.Velocity)));
        }
    }

    [Fact]
    public void Both_ends_of_the_midi_range_are_played_as_they_are()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, 1) { Variation = 0 } };
        (int, int, int, int)[] phrase = [(0, 24, 0, 1), (24, 24, 127, 127), (48, 48, 1, 64), (96, 96, 126, 5)];
        Play(stage, phrase);
        var answer = stage.Answer(2 * Bar, 4 * Bar, _varies);
        Assert.Equal([0, 127, 1, 126], answer.Select(note => (int)note.Pitch.Number));
        Assert.Equal([1, 127, 64, 5], answer.Select(note => (int)note.Velocity));
    }

    [Theory]
    [InlineData(90, 127, 100, 0)]
    [InlineData(0, 60, 100, -60)]
    [InlineData(0, 127, 30, 0)]
    [InlineData(60, 84, 12, 48)]
    public void A_phrase_outside_the_range_is_moved_by_whole_octaves_and_one_inside_is_not(int lowest, int highest, int from, int moved)
    {
        using var stage = new ComposerStage(new FakeModel())
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1) { Variation = 0, Lowest = new((byte)lowest), Highest = new((byte)highest) },
        };
        int[] pitches = [from, from + 4, from + 7, from + 2, from + 5, from + 9, from + 11, from];
        Play(stage, [.. pitches.Select((pitch, i) => (i * 24, 24, pitch, 90))]);
        var answer = stage.Answer(2 * Bar, 4 * Bar, _varies);
        Assert.Equal(pitches.Select(pitch => pitch + moved), answer.Select(note => (int)note.Pitch.Number));
    }

    [Fact]
    public void Octave_moves_the_phrase_and_a_last_note_on_the_tonic_stays()
    {
        using var stage = new ComposerStage(new FakeModel())
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1) { Variation = 0, Octave = 1, EndsOnTonic = true, Scale = Scale.Named[1].Scale, Tonic = 0 },
        };
        int[] pitches = [60, 64, 67, 72, 67, 64, 62, 72];
        Play(stage, [.. pitches.Select((pitch, i) => (i * 24, 24, pitch, 90))]);
        var answer = stage.Answer(2 * Bar, 4 * Bar, _varies);
        Assert.Equal(pitches.Select(pitch => pitch + 12), answer.Select(note => (int)note.Pitch.Number));
    }

    private static void Play(ComposerStage stage, IEnumerable<(int Onset, int Duration, int Pitch, int Velocity)> phrase)
    {
        foreach (var (onset, duration, pitch, velocity) in phrase)
            stage.Note(onset, duration, pitch, (byte)velocity);
    }

    // Two bars, the first note on the bar line, by onset and pitch.
    private static List<(int Onset, int Duration, int Pitch, int Velocity)> Phrase(Random random, int polyphony, int lowest)
    {
        var notes = new List<(int, int, int, int)>();
        for (int onset = 0; onset < 2 * Bar;)
        {
            int step = Math.Min(6 * random.Next(1, 5), (2 * Bar) - onset);
            int pitch = lowest + random.Next(16);
            for (int note = random.Next(polyphony); note >= 0; note--, pitch += random.Next(1, 4))
                notes.Add((onset, Math.Max(6, step - (6 * random.Next(2))), pitch, random.Next(1, 128)));
            onset += step;
        }
        return notes;
    }
}
