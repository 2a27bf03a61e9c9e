using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

/// <summary>Which part of the roll is seen, while the host plays and the musician scrolls.</summary>
public sealed class RollViewTests : IDisposable
{
    private const double Bar = 96;

    private readonly OpenEditor _editor = OpenEditor.Create(Scene.Playing());

    private RollView View => _editor.Roll().View;

    public void Dispose() => _editor.Dispose();

    [Fact]
    public void Eight_bars_are_shown_with_the_phrase_and_its_answer() => Assert.Equal((0, 8 * Bar), (View.Left, View.Span));

    [Fact]
    public void The_page_turns_when_the_playhead_leaves_it()
    {
        _editor.Play((8 * Bar) - 1);
        Assert.Equal(0, View.Left);
        _editor.Play((8 * Bar) + 1);
        Assert.Equal(8 * Bar, View.Left);
    }

    [Fact]
    public void While_more_of_the_answer_comes_the_page_turns_a_bar_earlier()
    {
        PlanBars(8, 10);
        _editor.Play((7 * Bar) - 1);
        Assert.Equal(0, View.Left);
        _editor.Play(7 * Bar);
        Assert.Equal(7 * Bar, View.Left);
        // Pages go on from there; nothing more comes.
        _editor.Play((15 * Bar) - 1);
        Assert.Equal(7 * Bar, View.Left);
        _editor.Play(15 * Bar);
        Assert.Equal(15 * Bar, View.Left);
    }

    [Fact]
    public void Notes_that_are_planned_while_the_last_bar_plays_are_shown_at_once()
    {
        _editor.Play((7 * Bar) + 50);
        Assert.Equal(0, View.Left);
        PlanBars(8, 9);
        _editor.Play((7 * Bar) + 51);
        Assert.Equal(7 * Bar, View.Left);
        _editor.Play((7 * Bar) + 52);
        Assert.Equal(7 * Bar, View.Left);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(-2)]
    public void At_every_zoom_what_comes_next_is_seen(float notches)
    {
        PlanBars(8, 20);
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(520, 66), wheel: notches, control: true);
        for (double position = 521; position < 18 * Bar; position++)
        {
            _editor.Play(position);
            Assert.True(View.Right - position >= Math.Min(Bar, View.Span / 4) - 1, $"{View.Right - position} ticks ahead of {position}");
        }
    }

    [Fact]
    public void Who_scrolls_away_stays_there_until_he_follows_again()
    {
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(100, 66), wheel: 2);
        _editor.Play((8 * Bar) + 1);
        Assert.Equal((-Bar, false), (View.Left, View.Follows));
        _editor.Window.Click(_editor.MiddleOf("Follow"));
        _editor.View.Tick();
        Assert.Equal((8 * Bar, true), (View.Left, View.Follows));
        Assert.Throws<InvalidOperationException>(() => _editor.Find("Follow"));
    }

    [Fact]
    public void Where_the_host_starts_or_jumps_a_page_begins()
    {
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(100, 66), wheel: 2);
        // From bar 6 to the second beat of bar 41.
        _editor.Model.Roll.Add(new(NoteMarkKind.Restarted, 530));
        _editor.Model.Roll.Update(FakeModel.Snapshot(531) with { Bars = new(Music.Meter.Common, 530 - 24), BarNumber = 41 });
        _editor.View.Tick();
        Assert.Equal((530 - 24, true), (View.Left, View.Follows));
    }

    [Fact]
    public void While_nothing_sounds_page_and_playhead_rest()
    {
        Rest(600);
        Assert.True(float.IsNaN(_editor.Roll().Playhead));
        Rest(20 * Bar);
        Assert.Equal(0, View.Left);
    }

    [Fact]
    public void Without_a_host_the_first_note_begins_a_page()
    {
        Rest(600);
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(100, 66), wheel: 2);
        _editor.Model.Roll.Add(new(NoteMarkKind.PlayedOn, 1000) { Pitch = new(62), Velocity = 90 });
        _editor.Model.Roll.Update(FakeModel.Snapshot(1001) with
        {
            IsPlaying = false, IsAnswering = false, HearsPhrase = true, Bars = new(Music.Meter.Common, 1000), BarNumber = 1,
        });
        _editor.View.Tick();
        Assert.Equal((1000, true), (View.Left, View.Follows));
    }

    [Fact]
    public void The_wheel_scrolls_the_time_and_with_shift_the_pitch()
    {
        double low = View.Low;
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(100, 66), wheel: -2);
        Assert.Equal((Bar, low), (View.Left, View.Low));
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(100, 66), wheel: 2, shift: true);
        _editor.Settle();
        Assert.Equal((Bar, low + 4), (View.Left, View.Low));
    }

    [Fact]
    public void The_wheel_with_control_zooms_round_the_pointer()
    {
        var at = _editor.RollAt(300, 66);
        _editor.Window.Point(PointerKind.Wheel, at, wheel: 3, control: true);
        Assert.InRange(View.Span, 390, 395);
        Assert.Equal(300, View.PositionAt(at.X), 3);
        for (int i = 0; i < 40; i++)
            _editor.Window.Point(PointerKind.Wheel, at, wheel: 1, control: true);
        Assert.Equal(24, View.Span);
        for (int i = 0; i < 80; i++)
            _editor.Window.Point(PointerKind.Wheel, at, wheel: -1, control: true);
        Assert.Equal(64 * Bar, View.Span);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(7)]
    [InlineData(5)]
    [InlineData(-2)]
    public void At_every_zoom_pages_turn_only_where_the_playhead_leaves(float notches)
    {
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(520, 66), wheel: notches, control: true);
        int turns = 0;
        for (double position = 521; position < 521 + (16 * Bar); position++)
        {
            double before = View.Left;
            _editor.Play(position);
            Assert.InRange(position, View.Left, View.Right);
            turns += View.Left == before ? 0 : 1;
        }
        // While the answer goes on, short pages turn where three quarters of them are played.
        Assert.InRange(turns, 1, (16 * (int)Math.Ceiling(Bar / Math.Min(View.Span, Bar)) * 4 / 3) + 1);
    }

    [Fact]
    public void A_drag_on_empty_ground_scrolls()
    {
        var from = _editor.RollAt(300, 59);
        double low = View.Low;
        _editor.Window.Drag(from, new(from.X - (float)(Bar * View.UnitsPerTick), from.Y + (2 * View.RowHeight)));
        Assert.Equal(Bar, View.Left, 3);
        Assert.Equal(low + 2, View.Low, 3);
        Assert.Empty(_editor.Model.Takes.Asked);
    }

    [Fact]
    public void A_double_click_on_empty_ground_shows_phrase_and_answer()
    {
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(300, 66), wheel: 9, control: true);
        _editor.Window.Point(PointerKind.Wheel, _editor.RollAt(300, 66), wheel: 9, shift: true);
        _editor.View.Tick();
        _editor.Window.Point(PointerKind.DoublePress, _editor.RollAt(300, 78));
        _editor.Settle();
        Assert.Equal((0, 8 * Bar), (View.Left, View.Span));
        Assert.True(View.Low <= 59 && View.Low + View.Rows >= 77);
    }

    [Fact]
    public void At_least_two_octaves_are_shown_and_stay_while_notes_are_among_them()
    {
        double low = View.Low;
        Assert.Equal(25, View.Rows);
        foreach (int pitch in new[] { 60, 74, 66 })
        {
            _editor.Model.Roll.Add(new(NoteMarkKind.PlayedOn, 520) { Pitch = new((byte)pitch), Velocity = 90 });
            _editor.Settle();
            Assert.Equal((low, 25), (View.Low, View.Rows));
        }
    }

    [Fact]
    public void A_note_out_of_sight_is_glided_to()
    {
        _editor.Model.Roll.Add(new(NoteMarkKind.PlayedOn, 520) { Pitch = new(96), Velocity = 90 });
        double low = View.Low;
        _editor.View.Tick();
        Assert.InRange(View.Low + View.Rows, low + 25, 99);
        _editor.Settle();
        Assert.True(View.Low <= 59 && View.Low + View.Rows == 100);
    }

    [Fact]
    public void A_larger_window_shows_more_pitches()
    {
        _editor.View.Resize(new(1040, 900));
        _editor.Settle();
        Assert.Equal(37, View.Rows);
        Assert.InRange((59 + 77) / 2.0, View.Low + 16, View.Low + 21);
    }

    // The host is stopped, and nothing sounds.
    private void Rest(double position)
    {
        _editor.Model.Roll.Update(FakeModel.Snapshot(position) with { IsPlaying = false, IsAnswering = false });
        _editor.View.Tick();
    }

    // An answer with a note at each bar line.
    private void PlanBars(int from, int to)
    {
        for (int bar = from; bar < to; bar++)
        {
            _editor.Model.Roll.Add(new(NoteMarkKind.Planned, bar * Bar)
            {
                Pitch = new(66), Velocity = 90, AnswerId = 20, Index = bar - from, End = (bar * Bar) + 40, Bits = 2,
            });
        }
    }
}
