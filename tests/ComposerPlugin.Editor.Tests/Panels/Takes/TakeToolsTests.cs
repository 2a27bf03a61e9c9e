using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>What makes other takes of the current one.</summary>
public sealed class TakeToolsTests : IDisposable
{
    private readonly OpenEditor _editor = OpenEditor.Create();

    private FakeTakes Takes => _editor.Model.Takes;

    private ControlSet Controls => _editor.Model.Controls;

    public void Dispose() => _editor.Dispose();

    [Fact]
    public void Each_button_presses_its_trigger_once()
    {
        foreach (string name in new[] { "New take", "Undo", "Pitches", "Rhythm", "Velocities" })
            _editor.Window.Click(_editor.MiddleOf(name));
        IControl[] pressed =
            [Controls.NewTake, Controls.PreviousTake, Controls.RerollPitches, Controls.RerollRhythm, Controls.RerollVelocities];
        Assert.All(pressed, control => Assert.Equal(["begin", "1", "end"], ((FakeControl)control).Gestures));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_menu_of_a_button_has_a_key_learn_it(bool byKeyboard)
    {
        if (byKeyboard)
        {
            _editor.View.Root!.Focus(_editor.Find("New take"), isShown: true);
            Assert.True(_editor.Window.Press(Key.Menu));
        }
        else
        {
            _editor.Window.Point(PointerKind.MenuPress, _editor.MiddleOf("New take"));
        }
        _editor.Window.Press(Key.Down);
        _editor.Window.Press(Key.Return);
        Assert.Equal("learn 0", _editor.Model.MidiLearn.Asked[^1]);
    }

    [Fact]
    public void Undo_and_redo_name_the_generation()
    {
        Takes.Play(Takes.Items[3]);
        _editor.View.Tick();
        Assert.Equal("Undo: Other pitches. Plays the take before it.", _editor.Find("Undo").Help);
        Assert.Equal("Redo: New take. Plays the take after this one.", _editor.Find("Redo").Help);
        Assert.Equal(("Undo: Other pitches", "Redo: New take"), (_editor.Find("Undo").Tip, _editor.Find("Redo").Tip));
        _editor.Window.Click(_editor.MiddleOf("Redo"));
        Assert.Equal(["begin", "1", "end"], ((FakeControl)Controls.NextTake).Gestures);
    }

    [Fact]
    public void What_cannot_be_done_is_not_done()
    {
        _editor.Window.Click(_editor.MiddleOf("Redo"));
        Takes.Clear();
        _editor.View.Tick();
        foreach (string name in new[] { "Undo", "Pitches", "Vary take", "Compare" })
            _editor.Window.Click(_editor.MiddleOf(name));
        IControl[] untouched = [Controls.NextTake, Controls.PreviousTake, Controls.RerollPitches, Controls.Variation, Controls.VaryTake];
        Assert.All(untouched, control => Assert.Empty(((FakeControl)control).Gestures));
        Assert.Empty(Takes.Asked);
    }

    [Fact]
    public void One_drag_sets_how_far_a_variation_goes_and_makes_it()
    {
        var slider = _editor.Find("Vary take");
        _editor.Window.Drag(new(slider.Bounds.MidX, slider.Bounds.MidY), new(slider.Bounds.Right, slider.Bounds.MidY));
        var gestures = ((FakeControl)Controls.Variation).Gestures;
        Assert.Equal(("begin", "1", "end"), (gestures[0], gestures[^2], gestures[^1]));
        Assert.Equal(1, gestures.Count(gesture => gesture == "begin"));
        Assert.Equal(["begin", "1", "end"], ((FakeControl)Controls.VaryTake).Gestures);
        _editor.View.Tick();
        Assert.Equal("100 %", slider.Reading);
    }

    [Fact]
    public void Keys_set_the_variation_and_return_makes_it()
    {
        _editor.View.Root!.Focus(_editor.Find("Vary take"), isShown: true);
        _editor.Window.Press(Key.Home);
        _editor.Window.Press(Key.Right);
        Assert.Equal(0.05, Controls.Variation.Value, 6);
        Assert.Empty(((FakeControl)Controls.VaryTake).Gestures);
        _editor.Window.Press(Key.Return);
        Assert.Equal(["begin", "1", "end"], ((FakeControl)Controls.VaryTake).Gestures);
    }

    [Fact]
    public void Compare_shows_a_choice_before_its_take_begins()
    {
        Takes.Put(FakeTakes.Make(20) with { BaseId = 15 });
        Takes.IsSlow = true;
        _editor.View.Tick();
        var compare = _editor.Find("Compare");
        _editor.Window.Click(new(compare.Bounds.Left + 10, compare.Bounds.MidY));
        _editor.View.Tick();
        Assert.Equal("Original", compare.Reading);
        Takes.Begin();
        _editor.View.Tick();
        Assert.Equal("Original", compare.Reading);
    }

    [Fact]
    public void Compare_plays_what_a_take_was_made_from_and_the_take_again()
    {
        Takes.Put(FakeTakes.Make(20) with { BaseId = 15 });
        Takes.Put(FakeTakes.Make(21) with { BaseId = 20 });
        _editor.View.Tick();
        var compare = _editor.Find("Compare");
        Assert.Equal("Changed", compare.Reading);
        ClickLeft();
        Assert.Equal("Original", compare.Reading);
        ClickRight();
        Assert.Equal("Changed", compare.Reading);
        // Of a take in the middle, what it was made from counts.
        Takes.Play(Takes.Items.Single(take => take.Id == 20));
        _editor.View.Tick();
        Assert.Equal("Changed", compare.Reading);
        ClickLeft();
        ClickRight();
        Assert.Equal(["play 20", "play 21", "play 20", "play 15", "play 20"], Takes.Asked);

        void ClickLeft() => Click(new(compare.Bounds.Left + 10, compare.Bounds.MidY));
        void ClickRight() => Click(new(compare.Bounds.Right - 10, compare.Bounds.MidY));
        void Click(SKPoint at)
        {
            _editor.Window.Click(at);
            _editor.View.Tick();
        }
    }
}
