using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class PianoRollTests
{
    [Fact]
    public void Decoding_the_roll_of_a_quantized_phrase_gives_the_phrase()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var phrase = TestTunes.Tune(seed);
            Assert.Equal(Even(phrase), PianoRoll.Encode(phrase, 6).Decode());
        }
    }

    [Fact]
    public void A_roll_keeps_repeated_notes_and_chords()
    {
        var phrase = Even(new(
            new(4, 4), [new(0, 24, new(60), 80), new(24, 24, new(60), 80), new(24, 72, new(64), 80), new(96, 6, new(67), 80)]));
        var roll = PianoRoll.Encode(phrase, 6);
        Assert.Equal((2, 16, 32), (roll.Bars, roll.StepsPerBar, roll.Steps));
        Assert.Equal(PianoRoll.Cell.Onset, roll[4, 60]);
        Assert.Equal(PianoRoll.Cell.Sustain, roll[5, 60]);
        Assert.Equal(phrase, roll.Decode());
    }

    [Fact]
    public void A_note_between_steps_moves_to_the_nearest_step_and_lasts_at_least_one()
    {
        var phrase = new Phrase(new(2, 4), [new(2, 1, new(60), 80), new(46, 1, new(62), 80)]);
        Assert.Equal([new(0, 6, new(60), 80), new(48, 6, new(62), 80)], PianoRoll.Encode(phrase, 6).Decode());
    }

    [Fact]
    public void A_roll_without_onsets_decodes_to_notes()
    {
        var roll = new PianoRoll(new(2, 4), 12, 1);
        roll[1, 60] = roll[2, 60] = PianoRoll.Cell.Sustain;
        Assert.Equal([new(12, 24, new(60), PianoRoll.Velocity)], roll.Decode());
    }

    [Fact]
    public void Steps_that_do_not_fill_the_bar_are_refused() => Assert.Throws<ArgumentException>(() => new PianoRoll(new(5, 8), 24, 1));

    private static Phrase Even(Phrase phrase) => new(phrase.Meter, phrase.Select(note => note with { Velocity = PianoRoll.Velocity }));
}
