using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Editor.Tests;

public class RollModelTests
{
    private readonly RollModel _roll = new();

    [Fact]
    public void Where_the_host_loops_the_same_bar_numbers_come_again()
    {
        // A loop of bars 3 and 4: the clock goes on, the numbers go back.
        long[] numbers = [3, 4, 3, 4, 3];
        for (int bar = 0; bar < numbers.Length; bar++)
            _roll.Update(At((bar * 96) + 40, bar * 96, numbers[bar]));
        Assert.Equal([(0, 3), (96, 4), (192, 3), (288, 4), (384, 3), (480, 4)], Bars(0, 576));
    }

    [Fact]
    public void A_jump_into_the_middle_of_a_bar_leaves_the_bars_before_it()
    {
        _roll.Update(At(10, 0, 1));
        _roll.Update(At(110, 96, 2));
        // At 120 the host jumps to the third beat of bar 9.
        _roll.Add(new(NoteMarkKind.Restarted, 120));
        _roll.Update(At(122, 72, 9));
        Assert.Equal([(0, 1), (96, 2), (120, 9), (168, 10)], Bars(0, 200));
    }

    [Fact]
    public void Without_a_mark_a_jump_begins_where_it_is_seen()
    {
        _roll.Update(At(110, 96, 2));
        _roll.Update(At(122, 72, 9));
        Assert.Equal([(96, 2), (122, 9), (168, 10)], Bars(96, 200));
    }

    [Fact]
    public void The_players_first_note_begins_the_bars_of_a_free_clock()
    {
        _roll.Update(At(10, 0, 1) with { IsPlaying = false });
        // Half a tick before the last position, as its tick is the nearest one.
        _roll.Update(At(60, 59, 1) with { IsPlaying = false });
        Assert.Equal([(0, 1), (59, 1), (155, 2)], Bars(0, 200));
    }

    [Fact]
    public void A_change_of_meter_begins_new_bars()
    {
        _roll.Update(At(10, 0, 1));
        _roll.Update(At(100, 96, 2) with { Bars = new(new(3, 4), 96) });
        Assert.Equal([(0, 1), (96, 2), (168, 3), (240, 4)], Bars(0, 250));
    }

    [Fact]
    public void Bars_of_four_quarters_are_expected_while_none_are_known() => Assert.Equal([(0, 1), (96, 2)], Bars(0, 192));

    [Fact]
    public void A_planned_note_that_never_begins_is_forgotten()
    {
        Plan(answer: 4, index: 0, start: 96);
        _roll.Update(At(96 + 20, 96, 2));
        Assert.Equal(1, _roll.Notes.Length);
        _roll.Update(At(96 + 25, 96, 2));
        Assert.Equal(0, _roll.Notes.Length);
    }

    [Fact]
    public void A_cancelled_answer_keeps_what_comes_before()
    {
        for (int index = 0; index < 4; index++)
            Plan(answer: 4, index, start: 96 + (index * 24));
        Plan(answer: 5, index: 0, start: 150);
        _roll.Add(new(NoteMarkKind.Cancelled, 144) { AnswerId = 4 });
        Assert.Equal([(4, 96), (4, 120), (5, 150)], _roll.Notes.ToArray().Select(note => (note.AnswerId, (int)note.Start)));
    }

    [Fact]
    public void A_second_note_on_of_a_held_key_ends_the_first_note()
    {
        _roll.Add(new(NoteMarkKind.PlayedOn, 10) { Pitch = new(60), Velocity = 80 });
        _roll.Add(new(NoteMarkKind.PlayedOn, 30) { Pitch = new(60), Velocity = 80 });
        _roll.Add(new(NoteMarkKind.PlayedOff, 50) { Pitch = new(60) });
        Assert.Equal(
            [(RollNoteState.Played, 10, 30), (RollNoteState.Played, 30, 50)],
            _roll.Notes.ToArray().Select(note => (note.State, (int)note.Start, (int)note.End)));
    }

    [Fact]
    public void A_held_note_ends_however_many_come_after_it()
    {
        _roll.Add(new(NoteMarkKind.PlayedOn, 0) { Pitch = new(36), Velocity = 80 });
        for (int i = 0; i < 3000; i++)
        {
            _roll.Add(new(NoteMarkKind.PlayedOn, i) { Pitch = new(60), Velocity = 80 });
            _roll.Add(new(NoteMarkKind.PlayedOff, i + 1) { Pitch = new(60) });
        }
        _roll.Add(new(NoteMarkKind.PlayedOff, 3000) { Pitch = new(36) });
        Assert.Equal((RollNoteState.Played, 3000.0), (_roll.Notes[0].State, _roll.Notes[0].End));
    }

    [Fact]
    public void The_oldest_notes_are_forgotten()
    {
        for (int i = 0; i < 5000; i++)
        {
            _roll.Add(new(NoteMarkKind.PlayedOn, i) { Pitch = new(60), Velocity = 80 });
            _roll.Add(new(NoteMarkKind.PlayedOff, i + 1) { Pitch = new(60) });
        }
        Assert.InRange(_roll.Notes.Length, 3584, 4096);
        Assert.Equal(4999, _roll.Notes[^1].Start);
    }

    [Fact]
    public void An_answer_that_repeats_a_take_is_known_by_the_take()
    {
        _roll.Update(At(400, 384, 5) with { Answer = new(19, 384, 768), CurrentTake = 19 });
        _roll.Update(At(800, 768, 9) with { Answer = new(20, 768, 1152), CurrentTake = 12 });
        _roll.Update(At(1200, 1152, 13) with { Answer = new(21, 1152, 1536), CurrentTake = 21 });
        Assert.Equal([19, 12, 21], new[] { 19, 20, 21 }.Select(_roll.TakeOf));
    }

    [Fact]
    public void What_the_model_has_heard_is_the_note_nearest_to_it()
    {
        foreach (int start in new[] { 0, 11, 25 })
        {
            _roll.Add(new(NoteMarkKind.PlayedOn, start) { Pitch = new(60), Velocity = 80 });
            _roll.Add(new(NoteMarkKind.PlayedOff, start + 5) { Pitch = new(60) });
        }
        Hear(12, 60, 3.5f);
        Hear(12, 61, 9);
        Hear(90, 60, 9);
        Assert.Equal([float.NaN, 3.5f, float.NaN], _roll.Notes.ToArray().Select(note => note.Bits));
    }

    [Fact]
    public void After_lost_marks_nothing_sounds()
    {
        _roll.Add(new(NoteMarkKind.PlayedOn, 10) { Pitch = new(60), Velocity = 80 });
        Plan(answer: 4, index: 0, start: 20);
        Plan(answer: 4, index: 1, start: 30);
        _roll.Add(new(NoteMarkKind.AnswerOn, 20) { Pitch = new(64), Velocity = 80, AnswerId = 4 });
        _roll.Update(At(25, 0, 1));
        _roll.EndAll();
        Assert.Equal(
            [(RollNoteState.Played, 25), (RollNoteState.Answered, 30)],
            _roll.Notes.ToArray().Select(note => (note.State, (int)note.End)));
    }

    [Fact]
    public void A_chord_that_the_host_repeats_is_one()
    {
        foreach (int position in new[] { 0, 24, 96 })
            _roll.Add(new(NoteMarkKind.Chord, position) { Pitch = new(2), ChordBass = 2, ChordTones = 0b10010001 });
        _roll.Add(new(NoteMarkKind.Chord, 120));
        Assert.Equal([new RollChord(0, "D"), new RollChord(120, "")], _roll.Chords.ToArray());
    }

    private static EngineSnapshot At(double position, long barLine, long number) => new()
    {
        Position = position, IsPlaying = true, Bars = new(Meter.Common, barLine), BarNumber = number,
    };

    private void Hear(double position, byte pitch, float bits) =>
        _roll.Add(new(NoteMarkKind.Heard, position) { Pitch = new(pitch), End = position + 6, Bits = bits });

    private void Plan(int answer, int index, double start) => _roll.Add(new(NoteMarkKind.Planned, start)
    {
        Pitch = new(64), Velocity = 80, AnswerId = answer, Index = index, End = start + 10,
    });

    private List<(int Start, int Number)> Bars(double from, double to)
    {
        var bars = new List<(int, int)>();
        foreach (var bar in _roll.BarsBetween(from, to))
            bars.Add(((int)bar.Start, (int)bar.Number));
        return bars;
    }
}
