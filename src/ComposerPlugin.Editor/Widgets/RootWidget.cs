using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] All of a window: the content and the popups over it. It knows which widget has the pointer and which the keys.
/// </summary>
internal sealed class RootWidget(Widget content) : Widget
{
    private readonly List<Widget> _layers = [content];
    private readonly List<Widget> _order = [];

    // What had the keys, by keys, before each popup opened: it gets them back. After a click they are the host's.
    private readonly List<Widget?> _before = [];
    private readonly Tooltip _tooltip = new();
    private Widget? _pressed;
    private float _pointerX, _pointerY;
    private bool _isByKeys;

    /// <inheritdoc/>
    public override IReadOnlyList<Widget> Children => _layers;

    /// <summary>The widget that has the keys; null: they are the host's.</summary>
    public Widget? Focused { get; private set; }

    /// <summary>Whether the focus was moved by keys, so that it is shown.</summary>
    public bool ShowsFocus { get; private set; }

    /// <summary>The widget under the pointer, or the one that is pressed; null if the pointer is outside the window.</summary>
    public Widget? Hovered { get; private set; }

    /// <summary>Whether tooltips are shown.</summary>
    public bool ShowsTooltips { get; set; }

    /// <summary>The tooltip, shown or not.</summary>
    public Tooltip Tooltip => _tooltip;

    /// <summary>
    /// The help of the widget that the user turned to last, by pointer or by keys; null if there is none. Allocates nothing.
    /// </summary>
    public string? HelpText
    {
        get
        {
            var focused = ShowsFocus ? Focused : null;
            return HelpOf(_isByKeys ? focused : Hovered) ?? HelpOf(_isByKeys ? Hovered : focused);
        }
    }

    /// <summary>The topmost popup; null if there is none.</summary>
    public Popup? TopPopup => _layers.Count > 1 ? (Popup)_layers[^1] : null;

    /// <inheritdoc/>
    public override void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        canvas.DrawRect(part, theme.Window);
        for (int i = 0; i < _layers.Count; i++)
        {
            var layer = _layers[i];
            if (layer is Popup { CoversAll: true })
                canvas.DrawRect(part, theme.Scrim);
            if (!layer.IsVisible || !layer.Bounds.IntersectsWith(part))
                continue;
            canvas.Save();
            canvas.ClipRect(layer.Bounds);
            layer.Draw(canvas, theme, SKRect.Intersect(layer.Bounds, part));
            canvas.Restore();
        }
        if (_tooltip.IsVisible)
            _tooltip.Draw(canvas, theme, part);
    }

    /// <inheritdoc/>
    public override void Tick()
    {
        base.Tick();
        if (_tooltip.Host is null && Host is not null)
            _tooltip.Enter(Host);
        if (ShowsTooltips)
            _tooltip.Rest(_pressed is null ? Hovered : null, _pointerX);
    }

    /// <inheritdoc/>
    public override void Pointer(in PointerEvent e)
    {
        if (e.Kind == PointerKind.Move && (e.X != _pointerX || e.Y != _pointerY))
            PointerMoved();
        (_pointerX, _pointerY) = (e.X, e.Y);
        if (e.Kind == PointerKind.Leave)
        {
            if (_pressed is null)
                Hover(null);
            return;
        }
        bool isPress = e.Kind is PointerKind.Press or PointerKind.DoublePress or PointerKind.MenuPress;
        // Another button, or a release that the system lost.
        if (isPress && _pressed is not null)
            LetGo();
        if (isPress && TopPopup is { } popup && !popup.Bounds.Contains(e.X, e.Y))
        {
            Close(popup);
            return;
        }
        // The pressed widget gets all that follows, up to the release.
        var target = _pressed ?? Under(e.X, e.Y);
        Hover(target);
        if (e.Kind != PointerKind.Move)
            _tooltip.Silence();
        if (isPress)
        {
            _pressed = e.Kind == PointerKind.MenuPress ? null : target;
            Focus(target is { TakesKeys: true } ? target : null, isShown: target is { TakesText: true });
        }
        if (e.Kind == PointerKind.Release)
            _pressed = null;
        target?.Pointer(e);
        if (e.Kind == PointerKind.Release)
            Hover(Under(e.X, e.Y));
    }

    /// <inheritdoc/>
    public override bool KeyDown(in KeyEvent e)
    {
        _tooltip.Silence();
        for (var widget = Focused; widget is not null && widget != this; widget = ParentOf(widget))
        {
            if (widget.KeyDown(e))
                return true;
        }
        if (Focused is null && TopPopup is { } popup && popup.KeyDown(e))
            return true;
        switch (e.Key)
        {
            case Key.Tab when !e.Control:
                FocusNext(e.Shift ? -1 : 1);
                return true;
            case Key.Escape when TopPopup is { } top:
                Close(top);
                return true;
            case Key.Escape when Focused is not null:
                Focus(null, isShown: false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// What is pressed is let go outside everything, as when a drag takes the pointer away: gestures end, and nothing is clicked.
    /// </summary>
    public void LetGo()
    {
        var pressed = _pressed;
        _pressed = null;
        pressed?.Pointer(new(PointerKind.Release, -1, -1));
        Hover(null);
    }

    /// <summary>Sends keys to a widget, or to the host (null).</summary>
    public void Focus(Widget? widget, bool isShown)
    {
        if (widget == Focused && isShown == ShowsFocus)
            return;
        Focused?.Invalidate();
        (Focused, ShowsFocus) = (widget, isShown);
        Focused?.Invalidate();
    }

    /// <summary>Opens a popup.</summary>
    public void Open(Popup popup, IWidgetHost host)
    {
        _tooltip.Silence();
        _before.Add(ShowsFocus ? Focused : null);
        popup.Enter(host);
        popup.Bounds = popup.Place(new(Bounds.Width, Bounds.Height));
        popup.Tick();
        _layers.Add(popup);
        if (popup.CoversAll)
            Invalidate();
        popup.Invalidate();
        Focus(popup.FirstKeys, isShown: popup.FirstKeys is not null);
    }

    /// <summary>Closes a popup and those above it.</summary>
    public void Close(Popup popup)
    {
        int at = _layers.IndexOf(popup);
        if (at < 1)
            return;
        _tooltip.Silence();
        for (int i = at; i < _layers.Count; i++)
        {
            if (Contains(_layers[i], _pressed))
                LetGo();
        }
        var before = _before[at - 1];
        while (_layers.Count > at)
        {
            var closed = (Popup)_layers[^1];
            if (Contains(closed, Hovered))
                Hovered = null;
            _layers.RemoveAt(_layers.Count - 1);
            _before.RemoveAt(_before.Count - 1);
            Host?.Invalidate(closed.CoversAll ? Bounds : closed.Bounds);
            closed.Closed();
            closed.Dispose();
        }
        // What had the keys may have gone meanwhile.
        bool isThere = Contains(_layers[^1], before);
        Focus(isThere ? before : null, isShown: isThere);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _tooltip.Dispose();
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        _layers[0].Bounds = Bounds;
        for (int i = 1; i < _layers.Count; i++)
            _layers[i].Bounds = ((Popup)_layers[i]).Place(new(Bounds.Width, Bounds.Height));
    }

    // A popup keeps the pointer from what it covers.
    private Widget? Under(float x, float y) => TopPopup is { } popup ? popup.At(x, y) : _layers[0].At(x, y);

    private void Hover(Widget? widget)
    {
        if (widget == Hovered)
            return;
        _tooltip.Left();
        var former = Hovered;
        Hovered = widget;
        former?.Pointer(new(PointerKind.Leave, _pointerX, _pointerY));
        former?.Invalidate();
        widget?.Invalidate();
    }

    private void FocusNext(int by)
    {
        _order.Clear();
        Collect(_layers[^1]);
        if (_order.Count == 0)
            return;
        int at = Focused is null ? -1 : _order.IndexOf(Focused);
        int next = at < 0 ? (by > 0 ? 0 : _order.Count - 1) : (at + by + _order.Count) % _order.Count;
        _isByKeys = true;
        Focus(_order[next], isShown: true);
    }

    private void PointerMoved()
    {
        _isByKeys = false;
        _tooltip.Moved();
    }

    // A widget without a help has that of the one around it.
    private string? HelpOf(Widget? widget)
    {
        for (; widget is not null && widget != this; widget = ParentOf(widget))
        {
            if (widget.Help.Length > 0)
                return widget.Help;
        }
        return null;
    }

    private void Collect(Widget widget)
    {
        if (!widget.IsVisible)
            return;
        if (widget.TakesKeys)
            _order.Add(widget);
        foreach (var child in widget.Children)
            Collect(child);
    }

    private Widget? ParentOf(Widget child) => Parent(this, child);

    private static Widget? Parent(Widget widget, Widget child)
    {
        // Not foreach: its enumerator would be allocated at each tick.
        var children = widget.Children;
        for (int i = 0; i < children.Count; i++)
        {
            if (children[i] == child)
                return widget;
            if (Parent(children[i], child) is { } found)
                return found;
        }
        return null;
    }

    private static bool Contains(Widget widget, Widget? part)
    {
        if (part is null)
            return false;
        if (widget == part)
            return true;
        foreach (var child in widget.Children)
        {
            if (Contains(child, part))
                return true;
        }
        return false;
    }
}
