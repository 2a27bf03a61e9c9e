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
        _listener.EndStuck(Vocabulary.LongestTicks);
        Assert.Equal(["PlayedOn 0", $"PlayedOff {Vocabulary.LongestTicks}"], Marks());
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

    [Fact]
    public void Key_whose_note_off_was_lost_does_not_stick()
    {
        Press(0);
        Press(12);
        Release(24);
        _listener.EndStuck(12 + Vocabulary.LongestTicks - 1);
        Assert.False(_listener.Phrase.IsSilent);
        _listener.EndStuck(12 + Vocabulary.LongestTicks);
        Assert.True(_listener.Phrase.IsSilent);
        Press(2000);
        Release(2024);
        Assert.True(_listener.Phrase.IsSilent);
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
