using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class HearingTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Silent_bars_are_skipped(int bars)
    {
        var after = new FakeModel();
        using var late = new ComposerStage(after) { Controls = Greedy };
        late.PlayTwoBars();
        late.PlayTwoBars(bars * Bar);
        late.Run();

        // The last onset is 168; an IOI of at most 192 reaches the bar line at 288.
        var model = new FakeModel();
        using var soon = new ComposerStage(model) { Controls = Greedy };
        soon.PlayTwoBars();
        soon.PlayTwoBars(3 * Bar);
        soon.Run();

        Assert.Equal(model.Inputs, after.Inputs);
    }

    [Fact]
    public void A_new_phrase_of_the_player_is_the_opening_of_the_form()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.PlayTwoBars();
        stage.Run();
        Assert.Equal([1, 1, 1, 2, 2, 2, 2], model.Inputs.Skip(1).Take(7).Select(input => input.Form.Place));

        stage.EndPhrase();
        stage.PlayTwoBars(3 * Bar);
        stage.Note(5 * Bar, 24, 50);
        stage.Note((5 * Bar) + 24, 24, 50);
        stage.Run();
        var opening = model.Inputs[^1].Form.Reference(FormMemory.Opening);
        Assert.Equal(3, model.Inputs[^1].Form.Place);
        Assert.Equal(60, opening.Pitch);
    }

    [Fact]
    public void A_phrase_that_is_heard_again_has_its_opening()
    {
        // The second phrase begins during the answer, which is then cut off: all is read again.
        var (cut, plain) = (new FakeModel(), new FakeModel());
        foreach (var model in (FakeModel[])[cut, plain])
        {
            using var stage = new ComposerStage(model) { Controls = Greedy };
            stage.PlayTwoBars();
            stage.Run();
            if (model == cut)
            {
                stage.Ask(2 * Bar, 6 * Bar);
                stage.Run();
            }
            stage.EndPhrase();
            stage.PlayTwoBars(3 * Bar);
            if (model == cut)
                stage.Stop(2 * Bar - 1);
            stage.Note(5 * Bar, 24, 50);
            stage.Note((5 * Bar) + 24, 24, 50);
            stage.Run();
        }
        Assert.Equal(plain.Inputs[^1].Form, cut.Inputs[^1].Form);
        Assert.Equal(60, cut.Inputs[^1].Form.Reference(FormMemory.Opening).Pitch);
    }

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 3, false)]
    public void A_melody_style_that_hears_chords_says_that_it_heard_their_highest_notes(int polyphony, int chords, bool says)
    {
        using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Polyphony = polyphony });
        for (int i = 0; i < 4; i++)
        {
            stage.Note(i * 24, 24, 60 + i);
            if (i < chords)
                stage.Note(i * 24, 24, 64 + i);
        }
        stage.Run();
        stage.Answer(Bar, 2 * Bar);
        Assert.Equal(says, stage.Composer.Notice?.Contains("highest note", StringComparison.Ordinal) == true);

        // The next phrase has none.
        stage.EndPhrase();
        stage.PlayTwoBars(3 * Bar);
        stage.Run();
        stage.Answer(5 * Bar, 6 * Bar);
        Assert.Null(stage.Composer.Notice);
    }

    [Fact]
    public void Rest_under_a_held_note_takes_wait_steps()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.Note(0, 500, 60);
        stage.Note(480, 24, 62);
        stage.Note(504, 24, 64);
        stage.Run();

        Assert.Equal([Vocabulary.NoIoi, 0, Vocabulary.Wait, Vocabulary.Wait, 96], model.Inputs.Select(input => input.Ioi));
    }

    [Fact]
    public void Meter_change_moves_the_bar_lines()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.Note(0, 24, 60);
        (stage.Meter, stage.BarLine) = (new(3, 4), Bar);
        stage.Note(Bar, 24, 62);
        stage.Note(Bar + 72, 24, 64);
        stage.Note(Bar + 96, 24, 65);
        stage.Run();

        Assert.Equal([0, 24, 24, 24], model.Inputs.Select(input => input.BarPosition));
        Assert.Equal([3, 3, 2, 2], model.Inputs.Select(input => input.Meter));
        Assert.Equal([0, 0, 1, 2], model.Inputs.Select(input => input.Bar));
    }

    [Fact]
    public void Pickup_is_counted_before_the_first_bar()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.Note(72, 24, 60);
        stage.Note(96, 24, 62);
        stage.Note(120, 24, 62);
        stage.Run();

        Assert.Equal([7, 0, 0], model.Inputs.Select(input => input.Bar));
    }

    [Fact]
    public void Melody_hears_the_highest_of_a_chord_and_ends_a_note_with_the_next()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.Note(0, 40, 60);
        stage.Note(0, 40, 67);
        stage.Note(0, 40, 64);
        stage.Note(24, 24, 65);
        stage.Note(48, 24, 62);
        stage.Run();

        Assert.Equal([Vocabulary.NoPitch, 67, 65], model.Inputs.Select(input => input.Pitch));
        Assert.Equal([Vocabulary.NoDuration, 23, 23], model.Inputs.Select(input => input.Duration));
    }

    [Fact]
    public void Melody_omits_a_note_that_arrives_too_late()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.Note(24, 24, 60);
        stage.Note(0, 40, 48);
        stage.Note(48, 24, 62);
        stage.Note(30, 40, 50);
        stage.Note(72, 24, 64);
        stage.Run();

        Assert.Equal([Vocabulary.NoPitch, 60, 62], model.Inputs.Select(input => input.Pitch));
    }

    [Fact]
    public void Several_voices_hear_a_chord_from_below_and_late_notes_with_the_latest()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model, StyleFiles.Recurrent with { Polyphony = 4 });
        stage.Note(0, 24, 64);
        stage.Note(0, 24, 60);
        stage.Note(24, 24, 65);
        stage.Note(0, 60, 48);
        stage.Note(48, 24, 67);
        stage.Run();

        Assert.Equal([Vocabulary.NoPitch, 60, 64, 48, 65], model.Inputs.Select(input => input.Pitch));
        Assert.Equal([Vocabulary.NoIoi, 0, 0, 24, 0], model.Inputs.Select(input => input.Ioi));
    }

    [Fact]
    public void Several_voices_keep_the_highest_when_there_are_too_many()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model, StyleFiles.Recurrent with { Polyphony = 2 });
        foreach (int pitch in (int[])[64, 60, 67, 62, 72, 72])
            stage.Note(0, 24, pitch);
        stage.Note(24, 24, 50);
        stage.Run();

        Assert.Equal([Vocabulary.NoPitch, 67, 72], model.Inputs.Select(input => input.Pitch));
    }
}
