using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] What makes other takes of the current one: a new take, undo and redo, dice, a variation, original or changed; and what unlocks
/// its notes.
/// </summary>
internal sealed class TakeTools : Widget
{
    // Units.
    private const float Gap = 2, GroupGap = 12, SliderWidth = 200, DieWidth = 26, CaptionGap = 6, Radius = 6;

    private readonly ITakes _takes;
    private readonly Button _undo, _redo, _unlock;
    private readonly Button[] _dice;
    private readonly TextLine _reroll = new(Fonts.Small, TakeStrings.Reroll);
    private readonly CompareSwitch _compare;
    private readonly VarySlider _vary;
    private readonly float[] _gaps;
    private int _version = -1;

    /// <summary>The tools of a model.</summary>
    public TakeTools(IEditorModel model)
    {
        _takes = model.Takes;
        var controls = model.Controls;
        _unlock = new(TakeStrings.Unlock, Unlock, Icons.Lock, font: Fonts.Small) { IsVisible = false, HelpText = TakeStrings.UnlockHelp };
        var newTake = new Button(TakeStrings.NewTake, controls.NewTake.Press, font: Fonts.Small)
        {
            HelpText = TakeStrings.NewTakeHelp, TipText = ControlStrings.LearnTip,
        };
        _undo = Icon(TakeStrings.Undo, controls.PreviousTake.Press, Icons.Undo);
        _redo = Icon(TakeStrings.Redo, controls.NextTake.Press, Icons.Redo);
        _dice =
        [
            Die(TakeStrings.Pitches, TakeStrings.PitchesHelp, controls.RerollPitches),
            Die(TakeStrings.Rhythm, TakeStrings.RhythmHelp, controls.RerollRhythm),
            Die(TakeStrings.Velocities, TakeStrings.VelocitiesHelp, controls.RerollVelocities),
        ];
        var menu = new ParameterMenu(model);
        AddMenu(newTake, controls.NewTake);
        AddMenu(_undo, controls.PreviousTake);
        AddMenu(_redo, controls.NextTake);
        AddMenu(_dice[0], controls.RerollPitches);
        AddMenu(_dice[1], controls.RerollRhythm);
        AddMenu(_dice[2], controls.RerollVelocities);
        _compare = new(_takes);
        _vary = new(controls.Variation, controls.VaryTake);
        Children = [_unlock, newTake, _undo, _redo, .. _dice, _vary, _compare];
        _gaps = [Gap, GroupGap / 2, Gap, GroupGap + CaptionWidth, 0, 0, GroupGap, GroupGap, 0];

        void AddMenu(Button button, IControl trigger) => button.OpenMenu = at => menu.OpenTrigger(button, trigger, at);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <summary>The width that it needs, in units.</summary>
    public float WantedWidth
    {
        get
        {
            float width = 0;
            for (int i = 0; i < Children.Count; i++)
                width += WidthOf(Children[i]) + _gaps[i];
            return width;
        }
    }

    /// <summary>The left edge of the first tool that is shown.</summary>
    public float ShownLeft => Children[_unlock.IsVisible ? 0 : 1].Bounds.Left;

    private float CaptionWidth => DieWidth + _reroll.Width + CaptionGap;

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var group = new SKRect(_dice[0].Bounds.Left - CaptionWidth, Bounds.Top, _dice[^1].Bounds.Right, Bounds.Bottom);
        bool isEnabled = _dice[0].IsEnabled;
        if (isEnabled)
            canvas.DrawRoundRect(group, Radius, Radius, theme.Field);
        else
            canvas.DrawRoundRect(SKRect.Inflate(group, -0.5f, -0.5f), Radius, Radius, theme.Line);
        canvas.Save();
        canvas.Translate(group.Left + (DieWidth / 2) + 2, group.MidY);
        canvas.DrawPath(Icons.Die, isEnabled ? theme.DimLine : theme.FaintLine);
        canvas.Restore();
        _reroll.Draw(canvas, group.Left + DieWidth, group.MidY + 4, isEnabled ? theme.Dim : theme.Faint);
        float line = MathF.Round(_dice[0].Bounds.Left) - 0.5f;
        canvas.DrawLine(line, group.Top + 6, line, group.Bottom - 6, isEnabled ? theme.Border : theme.Line);
        base.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        if (_takes.Version == _version)
            return;
        _version = _takes.Version;
        var current = _takes.Current;
        _undo.IsEnabled = _takes.Previous is not null;
        _redo.IsEnabled = _takes.Next is not null;
        _undo.HelpText = _takes.Previous is null || current is null ? TakeStrings.NothingToUndo : TakeStrings.UndoHelp(current.Origin);
        _redo.HelpText = _takes.Next is { } next ? TakeStrings.RedoHelp(next.Origin) : TakeStrings.NothingToRedo;
        _undo.TipText = _takes.Previous is null || current is null ? TakeStrings.Undo : TakeStrings.UndoTip(current.Origin);
        _redo.TipText = _takes.Next is null ? TakeStrings.Redo : TakeStrings.RedoTip(_takes.Next.Origin);
        foreach (var die in _dice)
            die.IsEnabled = current is not null;
        _vary.IsEnabled = current is not null;
        _compare.Look();
        _unlock.IsVisible = current?.Locks.Contains(true) == true;
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _reroll.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float x = Bounds.Right - WantedWidth;
        for (int i = 0; i < Children.Count; i++)
        {
            float width = WidthOf(Children[i]);
            Children[i].Bounds = new(x, Bounds.Top, x + width, Bounds.Bottom);
            x += width + _gaps[i];
        }
    }

    private static Button Icon(string name, Action press, SKPath icon) => new(name, press, icon, showsText: false);

    private static Button Die(string name, string help, IControl control) =>
        new(name, control.Press, font: Fonts.Small) { IsFlat = true, HelpText = help, TipText = TakeStrings.RerollTip(name) };

    private static float WidthOf(Widget widget) => widget switch
    {
        Button button => button.WantedWidth,
        CompareSwitch compare => compare.WantedWidth,
        _ => SliderWidth,
    };

    private void Unlock()
    {
        for (int i = 0; _takes.Current is { } take && i < take.Locks.Count; i++)
        {
            if (take.Locks[i])
                _takes.Lock(take, i, isLocked: false);
        }
    }
}
