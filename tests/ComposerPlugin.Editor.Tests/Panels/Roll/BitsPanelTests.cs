using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

public sealed class BitsPanelTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create(Scene.Playing());

    public BitsPanelTests() => _editor.Settle();

    private BitsPanel Bits => (BitsPanel)_editor.Find("Surprise of each note");

    public void Dispose() => _editor.Dispose();

    [Fact]
    public void The_value_of_the_note_under_the_pointer_is_shown()
    {
        _editor.Window.Point(PointerKind.Move, new(_editor.NoteAt(19, 1).X, Bits.Bounds.MidY));
        _editor.View.Tick();
        Assert.Equal("C♯4: surprise 7.0 (1 in 130)", Bits.Reading);
        _editor.Window.Point(PointerKind.Move, new(_editor.NoteAt(19, 1).X, 600));
        _editor.View.Tick();
        Assert.Equal("", Bits.Reading);
    }

    [Fact]
    public void A_note_pointed_at_in_the_roll_shows_its_value_too()
    {
        _editor.Window.Point(PointerKind.Move, _editor.NoteAt(19, 2));
        _editor.View.Tick();
        Assert.Equal("E4: surprise 6.0 (1 in 64)", Bits.Reading);
    }

    [Fact]
    public void The_scale_grows_with_a_note_and_shrinks_with_another_page()
    {
        Assert.Equal(12, Bits.ScaleTop);
        _editor.Model.Roll.Add(new(NoteMarkKind.Planned, 700)
        {
            Pitch = new(66), Velocity = 90, AnswerId = 20, End = 710, Bits = 17,
        });
        _editor.View.Tick();
        Assert.Equal(20, Bits.ScaleTop);
        _editor.Model.Roll.Add(new(NoteMarkKind.Cancelled, 0) { AnswerId = 20 });
        _editor.View.Tick();
        Assert.Equal(20, Bits.ScaleTop);
        _editor.Play((8 * 96) + 1);
        Assert.Equal(8, Bits.ScaleTop);
    }

    [Fact]
    public void What_a_style_never_plays_is_said_so()
    {
        _editor.Model.Roll.Add(new(NoteMarkKind.Planned, 800)
        {
            Pitch = new(66), Velocity = 90, AnswerId = 20, End = 860, Bits = float.PositiveInfinity,
        });
        _editor.Play((8 * 96) + 1);
        _editor.Window.Point(PointerKind.Move, new(_editor.Roll().View.X(820), Bits.Bounds.MidY));
        _editor.View.Tick();
        Assert.Equal("F♯4: never in this style", Bits.Reading);
    }
}
