using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The piano roll on the host's bars: what was played, what was answered, what comes next. Notes are locked here.</summary>
internal sealed class RollPanel : Widget
{
    // Units.
    private const float RulerHeight = 16, KeysWidth = 40, KeysGap = 4, Triangle = 6, LineWidth = 1.6f, FollowHeight = 22;

    private static readonly SKPath Head = SKPath.ParseSvgPathData("M-5 -8.5 H5 L0 -1 Z");

    private readonly RollModel _roll;
    private readonly ITakes _takes;
    private readonly RowPainter _rows;
    private readonly BarPainter _bars;
    private readonly NotePainter _notes;
    private readonly RollLocks _locks;
    private readonly RollPointer _pointer;
    private readonly RollKeys _keys;
    private readonly Button _follow;
    private (int Roll, int View, int Takes, int Pointed, int Chosen, SKRect Over) _drawn;

    /// <summary>The roll of a model.</summary>
    public RollPanel(IEditorModel model)
    {
        (_roll, _takes) = (model.Roll, model.Takes);
        View = new(_roll);
        _locks = new(_roll, View, _takes);
        _rows = new(_roll, View, model.Controls);
        _bars = new(_roll, View);
        _notes = new(_roll, View, _locks);
        _keys = new(_roll, View, _locks);
        _pointer = new(this, _roll, _locks);
        _follow = new(RollStrings.Follow, View.Follow) { HelpText = RollStrings.FollowHelp, IsVisible = false };
        Children = [_follow];
    }

    /// <summary>Which part of the roll is seen.</summary>
    public RollView View { get; }

    /// <summary>The row of bar numbers and chords, in units.</summary>
    public SKRect Ruler => _bars.Ruler;

    /// <summary>Where the playhead is drawn, in units; NaN if it is not seen.</summary>
    public float Playhead { get; private set; } = float.NaN;

    /// <summary>The note under the pointer, or that keys have chosen; -1 if there is none.</summary>
    public int Marked => _pointer.Note >= 0 ? _pointer.Note : _notes.Chosen;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children { get; }

    /// <inheritdoc/>
    public override bool TakesKeys => true;

    /// <inheritdoc/>
    public override string Name => RollStrings.Name;

    /// <inheritdoc/>
    public override string Reading => _keys.Reading;

    /// <inheritdoc/>
    public override string Help => Host?.HasKeys(this) == true && !Host.HasPointer(this) ? RollStrings.KeysHelp : _pointer.Help;

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        View.Tick();
        _pointer.Tick();
        bool hasKeys = Host!.HasKeys(this);
        (_notes.Pointed, _notes.Chosen) = (_pointer.Note, hasKeys ? _keys.Chosen : -1);
        _follow.IsVisible = !View.Follows;
        bool changes = _rows.Tick();
        var state = (_roll.Version, View.Version, _takes.Version, _notes.Pointed, _notes.Chosen, _pointer.Over);
        float playhead = PlayheadNow();
        if (changes || !state.Equals(_drawn))
        {
            Invalidate();
        }
        else if (!playhead.Equals(Playhead))
        {
            InvalidateAround(Playhead, playhead);
        }
        (_drawn, Playhead) = (state, playhead);
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        float pixels = canvas.TotalMatrix.ScaleX;
        var area = View.Area;
        canvas.Save();
        canvas.ClipRect(area);
        _rows.DrawRows(canvas, theme, part, pixels);
        _bars.DrawLines(canvas, theme, part, pixels);
        _notes.Draw(canvas, theme, part);
        if (!_pointer.Band.IsEmpty)
            canvas.DrawRect(_pointer.Band, theme.Focus);
        canvas.Restore();
        if (part.Left < area.Left)
            _rows.DrawKeys(canvas, theme, pixels);
        DrawRuler(canvas, theme);
        DrawPlayhead(canvas, theme);
        base.Draw(canvas, theme, part);
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(area, -1, -1), 2, 2, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e) => _pointer.Handle(e);

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e) => _keys.Handle(e);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _rows.Dispose();
        _bars.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        float left = Bounds.Left + KeysWidth + KeysGap, top = Bounds.Top + RulerHeight;
        View.Area = new(left, top, Bounds.Right, Bounds.Bottom);
        _bars.Ruler = new(left, Bounds.Top, Bounds.Right, top);
        _rows.Keys = new(Bounds.Left, top, Bounds.Left + KeysWidth, Bounds.Bottom);
        float width = _follow.WantedWidth;
        _follow.Bounds = SKRect.Create(Bounds.Right - width - 8, top + 8, width, FollowHeight);
    }

    private float PlayheadNow()
    {
        float x = View.X(_roll.Engine.Position);
        return View.IsBusy && x >= View.Area.Left && x <= View.Area.Right ? x : float.NaN;
    }

    // A held note grows between the two.
    private void InvalidateAround(float before, float now)
    {
        float left = float.IsNaN(before) ? now : float.IsNaN(now) ? before : Math.Min(before, now);
        float right = float.IsNaN(before) ? now : float.IsNaN(now) ? before : Math.Max(before, now);
        Host!.Invalidate(new(left - Triangle, Bounds.Top, right + Triangle, Bounds.Bottom));
    }

    private void DrawRuler(SKCanvas canvas, Theme theme)
    {
        var ruler = _bars.Ruler;
        canvas.Save();
        canvas.ClipRect(ruler);
        if (!_pointer.Over.IsEmpty)
            canvas.DrawRoundRect(_pointer.Over, 3, 3, theme.Hover);
        _bars.DrawRuler(canvas, theme);
        var answer = _roll.Engine.Answer;
        if (answer.Id != 0)
            canvas.DrawRect(new(View.X(answer.Start), ruler.Bottom - LineWidth, View.X(answer.End) - 1, ruler.Bottom), theme.Accent);
        canvas.Restore();
    }

    private void DrawPlayhead(SKCanvas canvas, Theme theme)
    {
        if (float.IsNaN(Playhead))
            return;
        canvas.DrawRect(Playhead - (LineWidth / 2), View.Area.Top - 2, LineWidth, View.Area.Height + 2, theme.Playhead);
        canvas.Save();
        canvas.Translate(Playhead, View.Area.Top);
        canvas.DrawPath(Head, theme.Playhead);
        canvas.Restore();
    }
}
