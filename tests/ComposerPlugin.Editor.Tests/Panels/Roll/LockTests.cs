using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

/// <summary>Locking notes of the current take on the roll.</summary>
public sealed class LockTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create(Scene.Playing());

    public LockTests() => _editor.Settle();

    private List<string> Asked => _editor.Model.Takes.Asked;

    private IEnumerable<int> Locked =>
        _editor.Model.Takes.Current!.Locks.Index().Where(note => note.Item).Select(note => note.Index);

    public void Dispose() => _editor.Dispose();

    [Fact]
    public void A_click_on_a_note_locks_it_and_another_one_unlocks_it()
    {
        _editor.Window.Click(_editor.NoteAt(19, 5));
        _editor.Window.Click(_editor.NoteAt(19, 5));
        Assert.Equal(["lock 19 5 True", "lock 19 5 False"], Asked);
    }

    [Fact]
    public void A_note_that_is_still_to_come_can_be_locked()
    {
        _editor.Window.Click(_editor.NoteAt(19, 30));
        Assert.Equal([30], Locked);
    }

    [Fact]
    public void A_click_on_a_bar_number_locks_the_notes_of_the_bar()
    {
        _editor.Window.Click(_editor.RulerAt((5 * 96) + 50));
        Assert.Equal(Enumerable.Range(8, 8), Locked);
        _editor.Window.Click(_editor.RulerAt((5 * 96) + 50));
        Assert.Empty(Locked);
    }

    [Fact]
    public void A_bar_of_which_some_notes_are_locked_is_locked_first()
    {
        _editor.Window.Click(_editor.NoteAt(19, 9));
        _editor.Window.Click(_editor.RulerAt((5 * 96) + 50));
        Assert.Equal(Enumerable.Range(8, 8), Locked);
    }

    [Fact]
    public void A_band_locks_what_it_touches()
    {
        _editor.Window.Drag(_editor.RollAt((4 * 96) + 20, 77), _editor.RollAt((4 * 96) + 58, 55), shift: true);
        Assert.Equal([1, 2, 3, 4], Locked);
        Assert.True(_editor.Roll().View.Follows);
    }

    [Fact]
    public void The_players_notes_and_notes_of_other_takes_cannot_be_locked()
    {
        _editor.Model.Takes.Play(_editor.Model.Takes.Items[0]);
        Asked.Clear();
        _editor.Window.Click(_editor.NoteAt(19, 5));
        _editor.Window.Click(_editor.NoteAt(0, 0));
        _editor.Window.Click(_editor.RulerAt(50));
        Assert.Empty(Asked);
    }

    [Fact]
    public void A_take_that_is_played_again_shows_and_takes_its_locks()
    {
        var model = _editor.Model;
        model.Takes.Lock(model.Takes.Current!, 1, isLocked: true);
        model.Takes.Play(model.Takes.Items[2]);
        // It sounds as answer 23, but its take is 14.
        for (int i = 0; i < 4; i++)
        {
            model.Roll.Add(new(NoteMarkKind.Planned, 600 + (i * 12))
            {
                Pitch = new(70), Velocity = 90, AnswerId = 23, Index = i, End = 610 + (i * 12),
            });
        }
        model.Roll.Update(FakeModel.Snapshot(590) with { Answer = new(23, 600, 984), CurrentTake = 14 });
        _editor.Settle();
        Asked.Clear();
        _editor.Window.Click(_editor.NoteAt(23, 2));
        _editor.Window.Click(_editor.NoteAt(19, 2));
        Assert.Equal(["lock 14 2 True"], Asked);
    }

    [Fact]
    public void Keys_choose_notes_and_lock_them()
    {
        _editor.View.Root!.Focus(_editor.Roll(), isShown: true);
        _editor.Window.Press(Key.Right);
        _editor.Window.Press(Key.Right);
        _editor.Window.Press(Key.Return);
        Assert.Equal([2], Locked);
        Assert.Equal("Note 3 of 32, E4, surprise 6.0 (1 in 64), locked", _editor.Roll().Reading);
        _editor.Window.Press(Key.End);
        _editor.Window.Press(Key.Return, shift: true);
        Assert.Equal([2, .. Enumerable.Range(24, 8)], Locked);
        Assert.False(_editor.View.KeyDown(new(Key.None, ' ')));
    }

    [Fact]
    public void Keys_follow_the_chosen_note_out_of_the_page()
    {
        _editor.View.Root!.Focus(_editor.Roll(), isShown: true);
        _editor.Window.Press(Key.PageDown);
        _editor.Window.Press(Key.PageDown);
        _editor.Window.Press(Key.Home);
        var view = _editor.Roll().View;
        Assert.InRange(4 * 96, view.Left, view.Right);
    }

    [Fact]
    public void The_lock_beside_the_tools_unlocks_all()
    {
        _editor.Window.Click(_editor.RulerAt((5 * 96) + 50));
        _editor.View.Tick();
        _editor.Window.Click(_editor.MiddleOf("Unlock all"));
        Assert.Empty(Locked);
        _editor.View.Tick();
        Assert.Throws<InvalidOperationException>(() => _editor.Find("Unlock all"));
    }

    [Fact]
    public void The_help_says_what_a_click_does_here()
    {
        Assert.StartsWith("Click locks this note", HelpAt(_editor.NoteAt(19, 5)), StringComparison.Ordinal);
        _editor.Window.Click(_editor.NoteAt(19, 5));
        Assert.StartsWith("This note is locked", HelpAt(_editor.NoteAt(19, 5)), StringComparison.Ordinal);
        Assert.StartsWith("Click locks the notes of the bar", HelpAt(_editor.RulerAt(500)), StringComparison.Ordinal);
        Assert.StartsWith("Blue: you.", HelpAt(_editor.NoteAt(0, 0)), StringComparison.Ordinal);
    }

    private string HelpAt(SkiaSharp.SKPoint at)
    {
        _editor.Window.Point(PointerKind.Move, at);
        return _editor.Roll().Help;
    }
}
