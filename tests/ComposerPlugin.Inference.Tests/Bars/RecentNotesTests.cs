using ComposerPlugin.Music;

namespace ComposerPlugin.Inference.Tests;

public class RecentNotesTests
{
    private readonly RecentNotes _recent = new();

    [Fact]
    public void Onsets_are_the_sums_of_iois_and_waits()
    {
        Assert.True(_recent.IsEmpty);
        Read(24, 60);
        _recent.Read(new(Vocabulary.NoPitch, Vocabulary.Wait, Vocabulary.NoDuration, 0, 0, 0, 0, default));
        Read(12, 62);
        Assert.False(_recent.IsEmpty);
        Assert.Equal(24 + Vocabulary.ExactTicks + 12, _recent.Onset);
        Assert.Equal((24 + Vocabulary.ExactTicks + 12, 62), (_recent.Last(0).Onset, _recent.Last(0).Pitch.Number));
        Assert.Equal((24, 60, 12), (_recent.Last(1).Onset, _recent.Last(1).Pitch.Number, _recent.Last(1).Duration));
    }

    [Fact]
    public void The_beginning_of_a_piece_is_not_a_note()
    {
        _recent.Read(new(Vocabulary.NoPitch, Vocabulary.NoIoi, Vocabulary.NoDuration, 0, 0, 0, 0, default));
        Assert.True(_recent.IsEmpty);
        Assert.Equal(0, _recent.Onset);
    }

    [Theory]
    [InlineData(0, 96)]
    [InlineData(95, 96)]
    [InlineData(96, 192)]
    [InlineData(200, 288)]
    public void The_bar_of_the_last_note_ends_at_the_next_bar_line(int onset, int end)
    {
        Read(onset / 2, 60);
        Read(onset - (onset / 2), 60);
        // Any bar line works, even one after the note.
        foreach (int bar in (int[])[0, 1, 5])
            Assert.Equal(end, _recent.EndOfBar(bar * 96, Meter.Common));
    }

    [Fact]
    public void Notes_from_a_tick_on_are_counted()
    {
        for (int i = 0; i < 5; i++)
            Read(24, 60 + i);
        Assert.Equal(5, _recent.CountFrom(24));
        Assert.Equal(2, _recent.CountFrom(96));
        Assert.Equal(2, _recent.CountFrom(73));
        Assert.Equal(0, _recent.CountFrom(121));
    }

    [Fact]
    public void The_last_of_many_notes_are_remembered()
    {
        const int Many = 10 * Capacities.NotesSinceMark;
        for (int i = 0; i < Many; i++)
            Read(1, i % 128);
        Assert.InRange(_recent.CountFrom(0), Capacities.NotesSinceMark, Many - 1);
        for (int before = 0; before < Capacities.NotesSinceMark; before++)
            Assert.Equal((Many - before, (Many - 1 - before) % 128), (_recent.Last(before).Onset, _recent.Last(before).Pitch.Number));
    }

    [Fact]
    public void Return_forgets_what_came_after_the_mark()
    {
        Read(24, 60);
        _recent.Mark();
        for (int i = 0; i < Capacities.NotesSinceMark; i++)
            Read(24, 70);
        _recent.Return();
        Assert.Equal((24, 1, 60), ((int)_recent.Onset, _recent.CountFrom(0), _recent.Last(0).Pitch.Number));
        _recent.Clear();
        Assert.True(_recent.IsEmpty);
    }

    private void Read(int ioi, int pitch) => _recent.Read(new(pitch, ioi, Vocabulary.DurationClass(12), 0, 0, 0, 0, default));
}
