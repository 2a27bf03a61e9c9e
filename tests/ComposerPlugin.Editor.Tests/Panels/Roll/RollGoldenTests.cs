using ComposerPlugin.Engine;
using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

public class RollGoldenTests
{
    [Fact]
    public void Playing()
    {
        using var editor = OpenEditor.Create(Scene.Playing());
        editor.Settle();
        Golden.Check(editor, "roll-playing", Above(editor));
    }

    [Fact]
    public void Light_at_200_percent()
    {
        var model = Scene.Playing();
        model.Settings = model.Settings with { IsLight = true };
        using var editor = OpenEditor.Create(model, scale: 2);
        editor.Settle();
        Golden.Check(editor, "roll-light-200", Above(editor));
    }

    [Fact]
    public void Zoomed()
    {
        var model = Scene.Playing();
        using var editor = OpenEditor.Create(model);
        editor.Settle();
        model.Roll.Add(new(NoteMarkKind.PlayedOn, 500) { Pitch = new(67), Velocity = 100 });
        editor.Window.Point(PointerKind.Wheel, editor.RollAt(480, 66), wheel: 6, control: true);
        editor.Play(530);
        editor.Settle();
        Golden.Check(editor, "roll-zoomed", Above(editor));
    }

    [Fact]
    public void Locks()
    {
        var model = Scene.Playing();
        model.Takes.Put(model.Take(19, baseId: 18));
        using var editor = OpenEditor.Create(model);
        editor.Settle();
        editor.Window.Click(editor.NoteAt(19, 2));
        editor.Window.Click(editor.NoteAt(19, 7));
        editor.Window.Click(editor.RulerAt((6 * 96) + 10));
        editor.Window.Point(PointerKind.Move, editor.NoteAt(19, 9));
        editor.Settle();
        Golden.Check(editor, "roll-locks", Above(editor));
    }

    [Fact]
    public void Empty()
    {
        var model = new FakeModel();
        model.Roll.Clear();
        model.Takes.Clear();
        model.Roll.Update(default(EngineSnapshot));
        using var editor = OpenEditor.Create(model);
        editor.Settle();
        Golden.Check(editor, "roll-empty", Above(editor));
    }

    [Fact]
    public void Takes_menu()
    {
        using var editor = OpenEditor.Create(Scene.Playing());
        editor.Model.Takes.Rename(editor.Model.Takes.Items[3], "Bridge, second time");
        editor.Settle();
        editor.Window.Point(PointerKind.Move, editor.MiddleOf("Take 14"));
        editor.Window.Point(PointerKind.MenuPress, editor.MiddleOf("Take 14"));
        editor.Window.Press(Key.Down);
        editor.Settle();
        Golden.Check(editor, "takes-menu");
    }

    [Fact]
    public void Few_takes_leave_room_for_what_can_be_done_with_them()
    {
        using var editor = OpenEditor.Create(Scene.Playing());
        var takes = editor.Model.Takes;
        while (takes.Items.Count > 3)
            takes.Delete(takes.Items[0]);
        takes.Lock(takes.Items[^1], 3, isLocked: true);
        editor.Settle();
        var row = editor.Find("Takes").Bounds;
        Golden.Check(editor, "takes-few", new(0, editor.Find("New take").Bounds.Top - 4, 1040, row.Bottom));
    }

    [Fact]
    public void Takes_beyond_the_ends()
    {
        using var editor = OpenEditor.Create(Scene.Playing());
        for (int number = 20; number < 25; number++)
            editor.Model.Takes.Put(FakeTakes.Make(number));
        editor.View.Tick();
        editor.Window.Point(PointerKind.Wheel, editor.MiddleOf("Takes"), wheel: 2);
        editor.Settle();
        Golden.Check(editor, "takes-scrolled", editor.Find("Earlier takes").Bounds with { Left = 0, Right = 1040 });
    }

    [Fact]
    public void Locks_in_light_at_200_percent()
    {
        var model = Scene.Playing();
        model.Takes.Put(model.Take(19, baseId: 18));
        model.Settings = model.Settings with { IsLight = true };
        using var editor = OpenEditor.Create(model, scale: 2);
        editor.Settle();
        editor.Window.Click(editor.NoteAt(19, 2));
        editor.Window.Click(editor.RulerAt((6 * 96) + 10));
        editor.Window.Point(PointerKind.Move, editor.NoteAt(19, 9));
        editor.Settle();
        var above = Above(editor);
        Golden.Check(editor, "roll-locks-light-200", above with { Left = above.Right / 2 });
    }

    // Without the controls.
    private static SKRect Above(OpenEditor editor) => new(0, 0, 1040, editor.Find("Controls").Bounds.Top - 4);
}
