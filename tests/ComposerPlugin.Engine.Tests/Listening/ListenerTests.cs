using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class ListenerTests
{
    private static readonly BlockSpan _span = new(0, 0.001, 1_000_000, new(Meter.Common, 0), false);

    private readonly SpscQueue<ComposeRequest>.Consumer _sent;
    private readonly WindowFeedReader _window;
    private readonly Listener _listener;

    public ListenerTests()
    {
        (var requests, _sent) = SpscQueue<ComposeRequest>.Create(64);
        (var feed, _window) = WindowFeed.Create();
        _listener = new(new(requests, new(), new()), feed);
    }

    [Fact]
    public void Marks_are_of_the_keys_and_not_of_the_notes_that_are_sent()
    {
        // Struck twice, ended for a request, released at last.
        Press(0);
        Press(24);
        Release(30);
        _listener.EndAllHeld(96);
        Release(120);
        Release(130);
        Assert.Equal(["PlayedOn 0", "PlayedOff 24", "PlayedOn 24", "PlayedOff 120"], Marks());
    }

    [Fact]
    public void Marks_end_keys_whose_note_off_was_lost_and_keys_held_at_a_restart()
    {
        Press(0);
        _listener.LetGoOld(HoldLimits.Key(96), 96);
        Assert.Equal(["PlayedOn 0", "PlayedOff 204"], Marks());
        Press(900, channel: 3);
        _listener.Restart(910.5);
        Release(920, channel: 3);
        Assert.Equal(["PlayedOn 900", "PlayedOff 910.5"], Marks());
        Assert.Equal(2, _listener.PlayedNotes);
    }

    [Fact]
    public void Key_pressed_twice_is_held_until_its_second_note_off()
    {
        Press(0);
        Press(24);
        Release(36);
        Assert.False(_listener.Phrase.IsSilent);
        Release(60);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.Equal([(0L, 24), (24L, 36)], Taken());
    }

    [Fact]
    public void Note_off_of_a_key_that_is_not_held_changes_nothing()
    {
        Release(3);
        Press(24);
        Release(48);
        Release(49);
        Press(72);
        Assert.False(_listener.Phrase.IsSilent);
        Release(96);
        Assert.Equal([(24L, 24), (72L, 24)], Taken());
    }

    [Fact]
    public void Keys_of_two_channels_are_two()
    {
        Press(0, channel: 0);
        Press(24, channel: 1);
        Release(48, channel: 0);
        Assert.False(_listener.Phrase.IsSilent);
        Release(72, channel: 1);
        Assert.Equal([(0L, 48), (24L, 48)], Taken());
    }

    [Theory]
    [InlineData(96, 204)]
    [InlineData(48, 204)]
    [InlineData(144, 300)]
    public void Key_whose_note_off_was_lost_is_let_go_after_two_bars_and_an_eighth(int barTicks, int limit)
    {
        Press(0);
        _listener.LetGoOld(limit - 1, barTicks);
        Assert.False(_listener.Phrase.IsSilent);
        Assert.True(_listener.Phrase.TryGetEnd(24, barTicks, out long end));
        Assert.Equal(limit, end);
        _listener.LetGoOld(limit, barTicks);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.True(_listener.Phrase.TryGetEnd(24, barTicks, out end));
        Assert.Equal(limit, end);
        Assert.Equal([(0L, limit)], Taken());
        // Its note-off, should it come at last, ends nothing, and the key can be played again.
        Release(limit + 1);
        Press(2000);
        Release(2024);
        Assert.True(_listener.Phrase.IsSilent);
    }

    [Fact]
    public void Key_whose_note_off_was_lost_under_later_notes_holds_the_phrase_for_a_bar()
    {
        Press(0, pitch: 50);
        Press(12);
        Release(20);
        Press(24);
        Release(32);
        Assert.True(_listener.Phrase.TryGetEnd(24, 96, out long end));
        Assert.Equal(32 + 96, end);
    }

    [Fact]
    public void Key_pressed_twice_with_one_note_off_holds_the_phrase_for_a_bar()
    {
        Press(0);
        Press(1);
        Release(20);
        Assert.True(_listener.Phrase.TryGetEnd(24, 96, out long end));
        Assert.Equal(20 + 96, end);
        _listener.LetGoOld(20 + 96, 96);
        Assert.True(_listener.Phrase.IsSilent);
        Press(200);
        Release(212);
        Assert.True(_listener.Phrase.IsSilent);
    }

    [Theory]
    [InlineData(192)]
    [InlineData(180)]
    public void Last_note_of_two_bars_is_heard_to_its_end(int length)
    {
        Press(0);
        Assert.True(_listener.Phrase.TryGetEnd(24, 96, out long end));
        Assert.True(end > length + 6);
        Release(length);
        Assert.True(_listener.Phrase.TryGetEnd(24, 96, out end));
        Assert.Equal(length + 24, end);
    }

    [Fact]
    public void Pedal_holds_the_notes_of_its_channel_until_it_is_released()
    {
        Pedal(0, true);
        Press(0);
        Release(12);
        Press(24, channel: 3);
        Release(36, channel: 3);
        Press(48);
        Release(60);
        // The second C ended the first; the other channel has no pedal.
        Assert.Equal([(0L, 48), (24L, 12)], Taken());
        Assert.False(_listener.Phrase.IsSilent);
        Pedal(84, false);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.Equal(84, _listener.Phrase.LastNoteOff);
        Assert.Equal([(48L, 36)], Taken());
    }

    [Fact]
    public void Pedal_pressed_after_the_keys_are_up_holds_nothing()
    {
        Press(0);
        Release(12);
        Pedal(13, true);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.True(_listener.Phrase.TryGetEnd(24, 96, out long end));
        Assert.Equal(12 + 24, end);
    }

    [Fact]
    public void Pedal_on_a_channel_without_notes_holds_those_of_all_channels()
    {
        Pedal(0, true);
        Press(0, channel: 4);
        Release(12, channel: 4);
        Press(24, channel: 5);
        Release(36, channel: 5);
        Assert.False(_listener.Phrase.IsSilent);
        Pedal(48, false);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.Equal([(0L, 48), (24L, 24)], Taken());
    }

    [Fact]
    public void Pedal_that_is_never_released_holds_the_phrase_for_a_bar_and_no_note_longer()
    {
        Pedal(0, true);
        for (int i = 0; i < 8; i++)
        {
            Press(i * 24);
            Release((i * 24) + 12);
        }
        Assert.True(_listener.Phrase.TryGetEnd(24, 96, out long end));
        Assert.Equal(180 + 96, end);
        Assert.True(_listener.Phrase.IsHeldUp(180 + 24, 24, 96));
        Assert.False(_listener.Phrase.IsHeldUp(180 + 23, 24, 96));
        Assert.Null(_listener.HeldKey);
        _listener.LetGoOld(end - 1, 96);
        Assert.False(_listener.Phrase.IsSilent);
        _listener.LetGoOld(end, 96);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.Equal(8, Taken().Count);
    }

    [Fact]
    public void End_of_a_channel_releases_its_keys_and_what_its_pedal_holds_and_no_others()
    {
        Pedal(0, true);
        Press(0, pitch: 50);
        Release(6, pitch: 50);
        Press(12, pitch: 60);
        Press(24, channel: 1, pitch: 70);
        _listener.EndChannel(48, _span, Grid.Sixteenth, 0);
        Assert.Equal([(0L, 48), (12L, 36)], Taken());
        Assert.False(_listener.HoldsKey(0));
        Assert.True(_listener.HoldsKey(1));
        Assert.Equal(new Pitch(70), _listener.HeldKey);
        Release(60, pitch: 60);
        Release(72, channel: 1, pitch: 70);
        Assert.True(_listener.Phrase.IsSilent);
        Assert.Equal([(24L, 48)], Taken());
    }

    [Fact]
    public void Held_keys_can_be_read_as_notes_that_end()
    {
        Press(0);
        _listener.EndAllHeld(96);
        Assert.Equal([(0L, 96)], Taken());
        Release(120);
        Press(144);
        Release(168);
        Assert.Equal([(144L, 24)], Taken());
    }

    [Fact]
    public void First_note_sent_after_the_end_of_a_phrase_begins_the_next()
    {
        Press(0);
        Release(12);
        Press(24);
        _listener.Phrase.End();
        _listener.Phrase.Resume();
        Release(36);
        _listener.Phrase.End();
        Press(48);
        Release(60);
        Assert.Equal([true, false, true], Boundaries());
        _listener.Restart(0);
        Press(72);
        Release(84);
        Assert.Equal([true], Boundaries());
    }

    [Fact]
    public void Boundary_of_a_phrase_is_not_lost_if_its_first_note_is_dropped()
    {
        for (int i = 0; i < 64; i++)
            PlayAt(12 * i);
        _listener.Phrase.End();
        PlayAt(800);
        Assert.Equal(64, Boundaries().Count);
        PlayAt(812);
        Assert.Equal([true], Boundaries());

        void PlayAt(int tick)
        {
            Press(tick);
            Release(tick + 6);
        }
    }

    [Theory]
    [InlineData(12, 24)]
    [InlineData(24, 36)]
    [InlineData(6, 18)]
    [InlineData(96, 96)]
    public void Rest_that_ends_a_phrase_depends_on_its_intervals(int interval, int rest)
    {
        for (int i = 0; i < 6; i++)
        {
            Press(i * interval);
            Release((i * interval) + interval - 1);
        }
        Assert.Equal(rest, Rest());
    }

    [Fact]
    public void Rest_that_ends_a_phrase_is_longer_than_those_inside_it()
    {
        foreach (int onset in (int[])[0, 12, 24, 72, 84, 96])
        {
            Press(onset);
            Release(onset + 12);
        }
        // Between 36 and 72 there was a rest of 36.
        Assert.Equal(45, Rest());
    }

    [Fact]
    public void Chords_and_the_last_phrases_rhythm_do_not_count()
    {
        Press(0);
        Release(96);
        _listener.Phrase.End();
        for (int i = 0; i < 4; i++)
        {
            Press(200 + (i * 12), pitch: 60);
            Press(201 + (i * 12), pitch: 64);
            Release(210 + (i * 12), pitch: 60);
            Release(210 + (i * 12), pitch: 64);
        }
        Assert.Equal(24, Rest());
        Assert.Equal(8, _listener.Phrase.Notes);
    }

    private void Press(double position, byte channel = 0, byte pitch = 60) =>
        _listener.NoteOn(position, _span, Grid.Sixteenth, channel, new(pitch), 90);

    private void Release(double position, byte channel = 0, byte pitch = 60) =>
        _listener.NoteOff(position, _span, Grid.Sixteenth, channel, new(pitch));

    private void Pedal(double position, bool isDown, byte channel = 0) =>
        _listener.Pedal(position, _span, Grid.Sixteenth, channel, isDown);

    private List<string> Marks()
    {
        var marks = new List<string>();
        while (_window.TryPop(out var mark))
            marks.Add(FormattableString.Invariant($"{mark.Kind} {mark.Position}"));
        return marks;
    }

    private int Rest()
    {
        Assert.True(_listener.Phrase.TryGetEnd(0, 96, out long end));
        return (int)(end - _listener.Phrase.LastNoteOff);
    }

    private List<(long, int)> Taken()
    {
        var taken = new List<(long, int)>();
        while (_sent.TryPop(out var request))
            taken.Add((request.Note.Onset, request.Note.Duration));
        return taken;
    }

    private List<bool> Boundaries()
    {
        var boundaries = new List<bool>();
        while (_sent.TryPop(out var request))
            boundaries.Add(request.BeginsPhrase);
        return boundaries;
    }
}
