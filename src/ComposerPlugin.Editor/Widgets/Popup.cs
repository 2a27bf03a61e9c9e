using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A widget over everything else: a menu, a page, a card. A press outside it, or Escape, closes it.</summary>
internal abstract class Popup : Widget
{
    /// <summary>Whether what it covers is darkened, and takes no presses.</summary>
    public virtual bool CoversAll => false;

    /// <summary>Whether the window takes the keyboard while it is open; otherwise keys stay with the host.</summary>
    public virtual bool WantsKeys => true;

    /// <summary>The part that gets the keys when it opens; null: none.</summary>
    public virtual Widget? FirstKeys => null;

    /// <summary>Where it wants to be, in a window of this size.</summary>
    public abstract SKRect Place(SKSize window);

    /// <summary>A message is shown in the status line, which it may cover: a page can show it too.</summary>
    public virtual void Say(string message)
    {
    }

    /// <summary>It was closed.</summary>
    public virtual void Closed()
    {
    }

    /// <summary>Closes it.</summary>
    protected void Close() => Host?.ClosePopup(this);

    /// <summary>A place below an anchor, or above it where there is no room, inside the window.</summary>
    protected static SKRect PlaceBelow(SKRect anchor, SKSize size, SKSize window)
    {
        const float margin = 4;
        float left = Math.Clamp(anchor.Left, margin, Math.Max(margin, window.Width - size.Width - margin));
        float top = anchor.Bottom + margin;
        if (top + size.Height > window.Height - margin)
            top = anchor.Top - margin - size.Height >= margin ? anchor.Top - margin - size.Height : window.Height - margin - size.Height;
        return SKRect.Create(left, Math.Max(margin, top), size.Width, Math.Min(size.Height, window.Height - (2 * margin)));
    }
}
