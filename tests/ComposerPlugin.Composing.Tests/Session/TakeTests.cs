using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class TakeTests
{
    [Fact]
    public void New_take_is_the_answer_of_the_next_seed_to_the_same_phrase()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        var first = stage.Answer(2 * Bar, 4 * Bar);
        stage.Controls = stage.Controls with { Seed = 2 };
        var second = stage.Answer(3 * Bar, 5 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true });
        stage.Controls = stage.Controls with { Seed = 3 };
        var third = stage.Answer(4 * Bar, 6 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true });

        Assert.Equal(Fresh(1, 2 * Bar), Shape(first));
        Assert.Equal(Fresh(2, 3 * Bar), Shape(second));
        Assert.Equal(Fresh(3, 4 * Bar), Shape(third));
        Assert.NotEqual(Pitches(first), Pitches(second));

        static IEnumerable<(long, int, Pitch)> Fresh(uint seed, long begin)
        {
            using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, seed) };
            stage.PlayTwoBars();
            return Shape(stage.Answer(begin, begin + (2 * Bar)));
        }
    }

    [Fact]
    public void New_take_hears_what_was_played_since_the_answer()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 4 * Bar);
        stage.Note(4 * Bar, 24, 67);

        using var heard = new ComposerStage(new FakeModel());
        heard.PlayTwoBars();
        heard.Note(4 * Bar, 24, 67);

        Assert.Equal(Shape(heard.Answer(5 * Bar, 7 * Bar)),
            Shape(stage.Answer(5 * Bar, 7 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true })));
    }

    [Fact]
    public void Previous_take_is_played_again_and_replaces_the_last_as_context()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        var first = stage.Answer(2 * Bar, 4 * Bar);
        stage.Controls = stage.Controls with { Seed = 2 };
        stage.Answer(4 * Bar, 6 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true });
        var again = stage.Answer(
            6 * Bar, 8 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true, Source = AnswerSource.Take, Take = 1 });
        Assert.Equal(Shape(first).Select(note => (note.Item1 + (4 * Bar), note.Item2, note.Item3)), Shape(again));

        using var heard = new ComposerStage(new FakeModel());
        heard.PlayTwoBars();
        foreach (var note in again)
            heard.Note(note.Onset, note.Duration, note.Pitch.Number);
        (heard.Controls, stage.Controls) = (Greedy, Greedy);
        Assert.Equal(Shape(heard.Answer(8 * Bar, 10 * Bar)), Shape(stage.Answer(8 * Bar, 10 * Bar)));
    }

    [Fact]
    public void Repeated_take_plays_up_to_its_end_and_is_not_heard_again()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = Greedy };
        using var once = new ComposerStage(new FakeModel()) { Controls = Greedy };
        stage.PlayTwoBars();
        once.PlayTwoBars();
        var take = stage.Answer(2 * Bar, 4 * Bar);
        once.Answer(2 * Bar, 4 * Bar);

        var repeated = stage.Answer(4 * Bar, (5 * Bar) + 6, new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = 1 });

        Assert.NotEmpty(repeated);
        Assert.Equal(take.TakeWhile(note => note.Onset < (3 * Bar) + 6).Select(note => note.Onset + (2 * Bar)),
            repeated.Select(note => note.Onset));
        Assert.All(repeated, note => Assert.InRange(note.Onset + note.Duration, 0, (5 * Bar) + 6));
        Assert.Equal(Shape(once.Answer(6 * Bar, 7 * Bar)), Shape(stage.Answer(6 * Bar, 7 * Bar)));
    }

    [Fact]
    public void Take_that_is_too_old_is_silent()
    {
        using var stage = new ComposerStage(new FakeModel());
        for (int i = 0; i < RecentTakes.Capacity + 1; i++)
            stage.Answer(i * Bar, (i + 1) * Bar);
        Assert.Empty(stage.Answer(20 * Bar, 21 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = 1 }));
        Assert.NotEmpty(stage.Answer(21 * Bar, 22 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = 2 }));
    }

    [Fact]
    public void Notes_played_into_an_answer_are_heard_after_its_end()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = Greedy };
        stage.PlayTwoBars();
        var answer = stage.Answer(2 * Bar, 4 * Bar);
        stage.Note((2 * Bar) + 30, 12, 74);
        stage.Note(3 * Bar, 12, 76);

        using var heard = new ComposerStage(new FakeModel()) { Controls = Greedy };
        heard.PlayTwoBars();
        var all = answer.Select(note => (note.Onset, note.Duration, (int)note.Pitch.Number)).Append(((2 * Bar) + 30, 12, 74))
            .Append((3 * Bar, 12, 76));
        foreach (var (onset, duration, pitch) in all.OrderBy(note => note.Item1))
            heard.Note(onset, duration, pitch);

        Assert.Equal(Shape(heard.Answer(4 * Bar, 6 * Bar)), Shape(stage.Answer(4 * Bar, 6 * Bar)));
    }

    [Fact]
    public void Generate_continues_the_captured_phrase_when_nothing_was_heard()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Send(new() { Kind = RequestKind.CaptureA });
        stage.Restart();
        stage.Note(50, 12, 90);
        stage.Restart();
        var generated = stage.Answer(2 * Bar, 4 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Generated });

        using var heard = new ComposerStage(new FakeModel());
        heard.PlayTwoBars();
        Assert.Equal(Shape(heard.Answer(2 * Bar, 4 * Bar)), Shape(generated));
    }

    [Fact]
    public void Loading_a_project_drops_queued_notes()
    {
        using var other = new ComposerStage(new FakeModel());
        other.PlayTwoBars();
        other.Run();
        using var stage = new ComposerStage(new FakeModel());
        stage.Note(0, 24, 40);
        stage.Composer.Restore(other.Composer.Session);
        stage.Run();
        Assert.Equal(8, stage.Composer.Session.LastPhrase!.Count);

        stage.Note(24, 24, 41);
        stage.Run();

        Assert.Equal(new Pitch(41), Assert.Single(stage.Composer.Session.LastPhrase!).Pitch);
    }

    [Fact]
    public void Kept_takes_and_phrases_are_saved_and_restored_with_the_session()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Send(new() { Kind = RequestKind.CaptureA });
        var answer = stage.Answer((2 * Bar) + 24, 4 * Bar);
        stage.Send(new() { Kind = RequestKind.Keep, Take = 1 });
        stage.Send(new() { Kind = RequestKind.Keep, Take = 1 });
        stage.Send(new() { Kind = RequestKind.Keep, Take = 7 });
        stage.Note(5 * Bar, 12, 72);
        stage.Run();

        var session = stage.Composer.Session;
        var take = Assert.Single(session.Kept);
        Assert.Equal((StyleFiles.Recurrent.Id, 1u, 24, 2 * Bar), (take.Style, take.Seed, take.Begin, take.End));
        Assert.Equal(Shape(answer).Select(note => (note.Item1 - (2 * Bar), note.Item2, note.Item3)),
            take.Notes.Select(note => ((long)note.Onset, note.Duration, note.Pitch)));
        Assert.Equal(8, session.PhraseA!.Count);
        Assert.Equal(new Phrase(Meter.Common, [new(0, 12, new(72), 90)]), session.LastPhrase);
        Assert.Null(session.PhraseB);

        using var loaded = new ComposerStage(new FakeModel());
        loaded.Composer.Restore(session);
        AssertSame(session, loaded.Composer.Session);
        loaded.Restart();
        loaded.Run();
        AssertSame(session, loaded.Composer.Session);
    }

    [Fact]
    public void Same_seed_gives_the_same_take_to_the_last_phrase_after_loading()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        var answer = stage.Answer(2 * Bar, 4 * Bar);

        using var loaded = new ComposerStage(new FakeModel());
        loaded.Composer.Restore(stage.Composer.Session);
        loaded.Restart();
        Assert.Equal(answer, loaded.Answer(2 * Bar, 4 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true }));
    }

    [Fact]
    public void Full_take_store_drops_the_oldest_take()
    {
        using var stage = new ComposerStage(new FakeModel());
        for (int i = 0; i < SessionSnapshot.MostKept + 3; i++)
        {
            stage.Controls = stage.Controls with { Seed = (uint)i };
            stage.Answer(i * Bar, (i + 1) * Bar);
            stage.Send(new() { Kind = RequestKind.Keep, Take = i + 1 });
        }
        stage.Run();
        Assert.Equal(Enumerable.Range(3, SessionSnapshot.MostKept).Select(seed => (uint)seed),
            stage.Composer.Session.Kept.Select(take => take.Seed));
    }

    [Fact]
    public void Capturing_the_same_phrase_again_clears_it()
    {
        using var stage = new ComposerStage();
        stage.PlayTwoBars();
        stage.Send(new() { Kind = RequestKind.CaptureB });
        stage.Run();
        Assert.Equal(8, stage.Composer.Session.PhraseB!.Count);
        stage.Send(new() { Kind = RequestKind.CaptureB });
        stage.Run();
        Assert.Null(stage.Composer.Session.PhraseB);
    }

    [Fact]
    public void Phrase_continues_when_its_answer_is_stopped_before_it_began()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 4 * Bar);
        stage.Stop((2 * Bar) - 1);
        stage.Note(2 * Bar, 12, 60);
        stage.Run();
        Assert.Equal(9, stage.Composer.Session.LastPhrase!.Count);

        stage.Answer(3 * Bar, 4 * Bar);
        stage.Stop(3 * Bar);
        stage.Note((3 * Bar) + 12, 12, 60);
        stage.Run();
        Assert.Single(stage.Composer.Session.LastPhrase!);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.5f)]
    [InlineData(1f)]
    public void Variation_keeps_the_rhythm_and_redraws_a_share_of_the_pitches(float amount)
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, 4) { Variation = amount } };
        stage.PlayTwoBars();
        var varied = stage.Answer(3 * Bar, 7 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });

        // Two bars of quarters, played twice.
        Assert.Equal(Enumerable.Range(0, 16).Select(i => ((3 * Bar) + (24L * i), 24)), varied.Select(note => (note.Onset, note.Duration)));
        int[] phrase = [60, 62, 64, 65, 67, 69, 71, 72];
        int kept = varied.Index().Count(note => note.Item.Pitch.Number == phrase[note.Index % 8]);
        Assert.InRange(kept, amount == 0 ? 16 : amount == 1 ? 0 : 4, amount == 1 ? 3 : amount == 0 ? 16 : 12);
        Assert.Equal(amount > 0, stage.Composer.Notice?.Contains("vae", StringComparison.Ordinal) == true);
        stage.Answer(7 * Bar, 8 * Bar);
        Assert.Null(stage.Composer.Notice);
    }

    [Theory]
    [InlineData(0f, 60)]
    [InlineData(1f, 80)]
    public void Variation_is_between_the_captured_phrases(float morph, int lowest)
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, 4) { Variation = 0, Morph = morph } };
        stage.PlayTwoBars();
        stage.Send(new() { Kind = RequestKind.CaptureA });
        stage.EndPhrase();
        for (int i = 0; i < 8; i++)
            stage.Note((4 * Bar) + (i * 12), 12, 80 + i);
        stage.Send(new() { Kind = RequestKind.CaptureB });
        var varied = stage.Answer(6 * Bar, 8 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });
        Assert.All(varied, note => Assert.InRange(note.Pitch.Number, lowest, lowest + 12));
        Assert.Equal(morph == 0 ? 8 : 16, varied.Count);
    }

    private static void AssertSame(SessionSnapshot expected, SessionSnapshot actual)
    {
        Assert.Equal(expected with { Kept = [] }, actual with { Kept = [] });
        Assert.Equal(expected.Kept, actual.Kept);
    }
}
