using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A part of the window: where it is, how it looks, what it does with pointer and keys.</summary>
internal abstract class Widget : IPicture, IDisposable
{
    private SKRect _bounds;

    /// <summary>Its place in the window, in units. Setting it arranges its children.</summary>
    public SKRect Bounds
    {
        get => _bounds;
        set
        {
            _bounds = value;
            Arrange();
        }
    }

    /// <summary>Whether it is drawn and can be used.</summary>
    public bool IsVisible { get; set; } = true;

    /// <summary>Its parts, drawn in this order.</summary>
    public virtual IReadOnlyList<Widget> Children => [];

    /// <summary>Whether keys go to it after a click or Tab.</summary>
    public virtual bool TakesKeys => false;

    /// <summary>Whether text is typed in it: then it shows that it has the keys, however it got them.</summary>
    public virtual bool TakesText => false;

    /// <summary>What it is called: for screen readers and tests.</summary>
    public virtual string Name => "";

    /// <summary>What it says now: for screen readers and tests.</summary>
    public virtual string Reading => "";

    /// <summary>What it does, for the help line; empty: that of the widget around it.</summary>
    public virtual string Help => "";

    /// <summary>A few words for its tooltip that the help line does not have, as a range; empty: it has no tooltip.</summary>
    public virtual string Tip => "";

    /// <summary>The window it is in; null before it is in one.</summary>
    public IWidgetHost? Host { get; private set; }

    /// <summary>Puts it and its parts into a window.</summary>
    public void Enter(IWidgetHost host)
    {
        Host = host;
        foreach (var child in Children)
            child.Enter(host);
    }

    /// <summary>Draws it and its parts. It may draw outside the part: that is cut off.</summary>
    public virtual void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var children = Children;
        for (int i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (!child.IsVisible || !child.Bounds.IntersectsWith(part))
                continue;
            canvas.Save();
            canvas.ClipRect(child.Bounds);
            child.Draw(canvas, theme, SKRect.Intersect(child.Bounds, part));
            canvas.Restore();
        }
    }

    /// <summary>Looks whether what it shows has changed. Allocates only then.</summary>
    public virtual void Tick()
    {
        var children = Children;
        for (int i = 0; i < children.Count; i++)
        {
            if (children[i].IsVisible)
                children[i].Tick();
        }
    }

    /// <summary>The pointer is over it, or was when its button went down.</summary>
    public virtual void Pointer(in PointerEvent e)
    {
    }

    /// <summary>A key while keys go to it; true if it was used.</summary>
    public virtual bool KeyDown(in KeyEvent e) => false;

    /// <summary>The innermost visible widget at a point.</summary>
    public Widget? At(float x, float y)
    {
        if (!IsVisible || !Bounds.Contains(x, y))
            return null;
        var children = Children;
        for (int i = children.Count - 1; i >= 0; i--)
        {
            if (children[i].At(x, y) is { } found)
                return found;
        }
        return this;
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        foreach (var child in Children)
            child.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Has it drawn again.</summary>
    public void Invalidate() => Host?.Invalidate(Bounds);

    /// <summary>Places its parts; its bounds are set.</summary>
    protected virtual void Arrange()
    {
    }
}
