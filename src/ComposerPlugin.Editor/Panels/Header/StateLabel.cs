using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What the plugin is doing, in words; a notice about the routing opens its page when it is pressed.</summary>
internal sealed class StateLabel(IEditorModel model) : Widget
{
    private const float MarkWidth = 20;

    private readonly TextLine _text = new(Fonts.Normal);
    private readonly TextLine _strong = new(Fonts.Strong, "!");
    private readonly RoutingWatch _watch = new();
    private StateNow _shown;
    private bool _isSet;

    /// <inheritdoc/>
    public override bool TakesKeys => _shown.IsNotice;

    /// <inheritdoc/>
    public override string Name => HeaderStrings.State;

    /// <inheritdoc/>
    public override string Reading => StateText.Of(_shown);

    /// <inheritdoc/>
    public override string Help => _shown.IsNotice ? HeaderStrings.NoticeHelp : HeaderStrings.StateHelp;

    /// <inheritdoc/>
    public override void Tick()
    {
        var engine = model.Engine;
        bool isHeard = model.HasAudio && model.Controls.PreviewLevel is { Value: > 0 };
        var state = StateText.Of(engine, model.Status, model.Controls.Bypass.Value > 0.5, _watch.Look(engine, isHeard));
        if (_isSet && state == _shown)
            return;
        (_shown, _isSet) = (state, true);
        _text.Set(StateText.Of(state), Bounds.Width - MarkWidth);
        Invalidate();
    }

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        float x = Bounds.Left + 7, y = Bounds.MidY;
        if (_shown.IsNotice)
        {
            canvas.DrawCircle(x, y, 7, theme.Error);
            _strong.DrawCentred(canvas, x, y + 4.5f, theme.Bar);
        }
        else if (_shown.IsPlaying)
        {
            canvas.DrawCircle(x, y, 5, theme.Accent);
        }
        else
        {
            canvas.DrawCircle(x, y, 4.3f, theme.PlayedLine);
        }
        _text.Draw(canvas, Bounds.Left + MarkWidth, y + 4.5f, theme.Text);
        if (_shown.IsNotice)
        {
            float bottom = y + 8;
            canvas.DrawLine(
                Bounds.Left + MarkWidth, bottom, Bounds.Left + MarkWidth + _text.Width, bottom,
                Host!.HasPointer(this) ? theme.TextLine : theme.DimLine);
        }
        if (Host!.HasKeys(this))
            canvas.DrawRoundRect(SKRect.Inflate(Bounds, -1, -1), 6, 6, theme.Focus);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.Press)
            Open();
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        if (e.Key != Key.Return || !_shown.IsNotice)
            return false;
        Open();
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _text.Dispose();
        _strong.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange() => _isSet = false;

    private void Open()
    {
        if (_shown.IsNotice)
            Host!.OpenPopup(new RoutingPage(model));
    }
}
