using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class TakeListTests
{
    [Fact]
    public void Takes_are_listed_with_what_they_are_made_of()
    {
        using var stage = Played(2);
        var second = stage.Again(TakeOrigin.Variation, 1, (4 * Bar) + 24, 6 * Bar);
        var list = stage.Composer.Takes;
        Assert.Equal([(3, 3, TakeOrigin.Variation, 0.5f, 1), (2, 2, TakeOrigin.Answer, 0, 0), (1, 1, TakeOrigin.Answer, 0, 0)],
            list.Recent.Select(take => (take.Id, take.Number, take.Origin, take.Amount, take.Base)));
        Assert.Empty(list.Kept);
        var newest = list.Recent[0];
        Assert.Equal((24, 2 * Bar, StyleFiles.Recurrent.Id, stage.Controls.Seed), (newest.Begin, newest.End, newest.Style, newest.Seed));
        Assert.Equal(Shape(second).Select(note => (note.Item1 - (4 * Bar), note.Item2, note.Item3)),
            newest.Notes.Select(note => ((long)note.Onset, note.Duration, note.Pitch)));
        Assert.Equal((null, false, 1), (newest.Name, newest.IsKept, newest.Phrase));
    }

    [Fact]
    public void The_version_changes_with_the_takes()
    {
        using var stage = Played(1);
        int version = stage.Composer.TakesVersion;
        Assert.Equal(version, stage.Composer.Takes.Version);
        Changes(() => stage.Lock(1, 0, 1));
        Changes(() => stage.Send(new() { Kind = RequestKind.Keep, Take = 1 }));
        Changes(() => stage.Composer.Rename(1, "Bridge"));
        Changes(() => stage.Composer.Unkeep(1));
        Changes(() => stage.Composer.Delete(1));
        Changes(() => stage.Ask(8 * Bar, 9 * Bar));
        Changes(() => stage.Composer.Restore(SessionSnapshot.Empty));
        stage.Note(9 * Bar, 24, 60);
        stage.Run();
        Assert.Equal(version, stage.Composer.TakesVersion);

        void Changes(Action change)
        {
            change();
            stage.Run();
            Assert.NotEqual(version, stage.Composer.TakesVersion);
            version = stage.Composer.TakesVersion;
        }
    }

    [Fact]
    public void Takes_are_kept_named_unkept_and_deleted_from_the_window()
    {
        using var stage = Played(4);
        var composer = stage.Composer;
        composer.Keep(Take(2));
        composer.Keep(Take(4));
        composer.Keep(Take(2));
        composer.Rename(2, "  Bridge\n ");
        composer.Rename(3, "Not kept");
        stage.Run();
        Assert.Equal([(2, "Bridge"), (4, null)], composer.Takes.Kept.Select(take => (take.Id, take.Name)));
        Assert.Equal([(4, true), (3, false), (2, true), (1, false)], composer.Takes.Recent.Select(take => (take.Id, take.IsKept)));
        Assert.Equal(["Bridge", null], composer.Session.Kept.Select(take => take.Name));

        composer.Unkeep(4);
        composer.Delete(2);
        composer.Delete(3);
        composer.Rename(1, "");
        stage.Run();
        Assert.Empty(composer.Takes.Kept);
        Assert.Equal([4, 1], composer.Takes.Recent.Select(take => take.Id));
        Assert.All(composer.Takes.Recent, take => Assert.Null(take.Name));

        TakeSnapshot Take(int id) => composer.Takes.Recent.Single(take => take.Id == id);
    }

    [Fact]
    public void A_take_that_the_window_still_shows_can_be_kept()
    {
        using var stage = Played(1);
        stage.Lock(1, 1, 3);
        stage.Run();
        var shown = stage.Composer.Takes.Recent[0];
        for (int i = 0; i < ComposeRequest.MostTakes; i++)
            stage.Answer((10 + i) * Bar, (11 + i) * Bar);
        Assert.DoesNotContain(stage.Composer.Takes.Recent, take => take.Id == 1);
        stage.Composer.Keep(shown);
        stage.Run();
        Assert.Equal(shown with { IsKept = true }, Assert.Single(stage.Composer.Takes.Kept));
    }

    [Fact]
    public void Changes_are_made_between_the_requests_before_and_after_them()
    {
        using var stage = Played(1);
        var shown = stage.Composer.Takes.Recent[0];
        stage.Send(new() { Kind = RequestKind.Keep, Take = 1 });
        stage.Composer.Unkeep(1);
        stage.Run();
        Assert.Empty(stage.Composer.Takes.Kept);
        stage.Composer.Keep(shown);
        stage.Send(new() { Kind = RequestKind.Keep, Take = 1 });
        stage.Run();
        Assert.Single(stage.Composer.Takes.Kept);
    }

    [Fact]
    public void A_full_list_of_kept_takes_drops_the_oldest()
    {
        using var stage = Played(1);
        for (int i = 0; i < SessionSnapshot.MostKept + 3; i++)
        {
            stage.Answer((10 + i) * Bar, (11 + i) * Bar);
            stage.Composer.Keep(stage.Composer.Takes.Recent[0]);
            stage.Run();
        }
        Assert.Equal(Enumerable.Range(5, SessionSnapshot.MostKept), stage.Composer.Takes.Kept.Select(take => take.Id));
        stage.Composer.Unkeep(7);
        stage.Composer.Keep(stage.Composer.Takes.Recent[3]);
        stage.Run();
        Assert.DoesNotContain(stage.Composer.Takes.Kept, take => take.Id == 7);
    }

    [Fact]
    public void A_kept_take_of_a_project_has_an_id_and_is_played_again_and_composed_from()
    {
        using var stage = Played(2);
        stage.Composer.Keep(stage.Composer.Takes.Recent[1]);
        stage.Composer.Rename(1, "Verse");
        stage.Run();

        using var loaded = new ComposerStage(new FakeModel());
        int first = loaded.Composer.Restore(stage.Composer.Session);
        loaded.Run();
        var kept = Assert.Single(loaded.Composer.Takes.Kept);
        Assert.Equal((first, "Verse", 1, TakeOrigin.Project), (kept.Id, kept.Name, kept.Number, kept.Origin));
        Assert.True(first < 0);

        var again = loaded.Answer(8 * Bar, 10 * Bar,
            new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = first, ReplacesLast = true });
        Assert.Equal(kept.Notes.Select(note => (note.Onset + (8L * Bar), note.Pitch)), again.Select(note => (note.Onset, note.Pitch)));
        var pitches = loaded.Again(TakeOrigin.Pitches, first, 10 * Bar, 12 * Bar);
        Assert.Equal(kept.Notes.Select(note => note.Onset), pitches.Select(note => (int)(note.Onset - (10 * Bar))));
        // The project's take was number 1.
        Assert.Equal((2, first), (loaded.Composer.Takes.Recent[0].Number, loaded.Composer.Takes.Recent[0].Base));
        Assert.Equal(first - 1, loaded.Composer.Restore(loaded.Composer.Session));
    }

    [Fact]
    public void Takes_of_old_projects_get_numbers_after_the_others()
    {
        using var stage = new ComposerStage(new FakeModel());
        var take = new KeptTake("x", 1, 0, 96, new(Meter.Common, [new(0, 12, new(60), 90)]));
        stage.Composer.Restore(new() { Kept = [take, take with { Number = 7 }, take] });
        stage.Run();
        Assert.Equal([8, 7, 9], stage.Composer.Takes.Kept.Select(kept => kept.Number));
        Assert.Equal([-1, -2, -3], stage.Composer.Takes.Kept.Select(kept => kept.Id));
    }

    [Fact]
    public void Notes_have_the_same_numbers_in_a_list_and_in_locks()
    {
        // A variation of a chord writes its notes in another order.
        using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Polyphony = 4 })
        {
            Controls = new(Grid.Sixteenth, 1, 1, 3) { Variation = 1 },
        };
        foreach (int pitch in (int[])[60, 64, 67, 72])
            stage.Note(0, 48, pitch);
        stage.Answer(Bar, 5 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });
        var take = stage.Composer.Takes.Recent[0];
        stage.Send(new() { Kind = RequestKind.Keep, Take = 1 });
        for (int note = 0; note < take.Notes.Count; note++)
        {
            stage.Lock(1, note, note + 1);
            stage.Again(TakeOrigin.NewTake, 1, Bar, 5 * Bar);
            var made = stage.Composer.Takes.Recent[0];
            Assert.Equal(take.Notes[note], Assert.Single(made.Notes.Where((_, index) => made.Locks.IsLocked(index))));
            stage.Lock(1, note, note + 1, isLocked: false);
        }
    }

    [Fact]
    public void A_variation_with_a_late_first_note_is_repeated_where_it_was()
    {
        using var folder = new TemporaryFolder();
        using var style = TinyLatentStyles.Vae(folder.Path, bars: 1);
        using var stage = new ComposerStage(style.CreateModel(), style.File) { Controls = new(Grid.Sixteenth, 1, 1, 1) };
        stage.Note(24, 24, 60);
        stage.Note(48, 24, 64);
        var first = stage.Answer(2 * Bar, 4 * Bar, new() { Kind = RequestKind.Answer, Source = AnswerSource.Phrase });
        Assert.Equal((2 * Bar) + 24, first[0].Onset);
        var again = stage.Answer(4 * Bar, 6 * Bar,
            new() { Kind = RequestKind.Answer, Source = AnswerSource.Take, Take = 1, ReplacesLast = true });
        Assert.Equal(first.Select(note => note.Onset + (2 * Bar)), again.Select(note => note.Onset));
    }

    [Fact]
    public void A_used_phrase_is_answered_as_if_it_had_been_played()
    {
        var phrase = new Phrase(Meter.Common, Enumerable.Range(0, 8).Select(i => new Note(24 * i, 24, new((byte)(60 + (i * 2))), 90)));
        using var used = Played(2);
        used.Note(7 * Bar, 24, 40);
        used.Composer.UsePhrase(phrase);
        used.Run();
        Assert.Equal(phrase, used.Composer.Session.LastPhrase);
        used.Controls = new(Grid.Sixteenth, 1, 1, 5);
        var answer = used.Again(TakeOrigin.NewTake, 0, 10 * Bar, 12 * Bar);

        using var played = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, 5) };
        foreach (var note in phrase)
            played.Note((8 * Bar) + note.Onset, note.Duration, note.Pitch.Number, note.Velocity);
        Assert.Equal(Shape(played.Answer(10 * Bar, 12 * Bar)), Shape(answer));

        used.Note(13 * Bar, 24, 62);
        used.Run();
        Assert.Single(used.Composer.Session.LastPhrase!);
    }

    [Fact]
    public void A_used_phrase_comes_after_the_requests_before_it_and_does_not_end_an_answer()
    {
        var phrase = new Phrase(Meter.Common, [new(0, 24, new(72), 90)]);
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Ask(2 * Bar, 6 * Bar);
        for (int i = 0; i < 12; i++)
            stage.Work();
        stage.Composer.UsePhrase(phrase);
        stage.Run();
        var notes = stage.Take();
        Assert.True(notes[^1].IsEnd);

        using var other = new ComposerStage(new FakeModel());
        other.PlayTwoBars();
        Assert.Equal(other.Answer(2 * Bar, 6 * Bar), notes.Where(reply => !reply.IsEnd).Select(reply => reply.Note));
        Assert.Equal(phrase, stage.Composer.Session.LastPhrase);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \t\n", null)]
    [InlineData(" Verse 2 ", "Verse 2")]
    [InlineData("a\u0000b\u2028c", "abc")]
    [InlineData("\ud83c\udfb5", "\ud83c\udfb5")]
    public void Names_are_cleaned(string? name, string? clean) => Assert.Equal(clean, TakeName.Clean(name));

    [Fact]
    public void Long_names_are_cut_between_characters()
    {
        Assert.Equal("\ufffd", TakeName.Clean("\ud83c"));
        Assert.Equal(new string('x', TakeName.MostUnits), TakeName.Clean(new string('x', 200)));
        string clean = TakeName.Clean("x" + string.Concat(Enumerable.Repeat("\ud83c\udfb5", 60)))!;
        Assert.Equal(TakeName.MostUnits - 1, clean.Length);
        Assert.False(char.IsHighSurrogate(clean[^1]));
    }

    private static ComposerStage Played(int answers)
    {
        var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        for (int i = 0; i < answers; i++)
            stage.Answer((2 + (2 * i)) * Bar, (4 + (2 * i)) * Bar);
        return stage;
    }
}
