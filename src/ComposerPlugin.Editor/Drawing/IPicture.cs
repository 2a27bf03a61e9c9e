using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What can be drawn on a <see cref="Canvas"/>.</summary>
internal interface IPicture
{
    /// <summary>Draws it. What lies outside the part is cut off.</summary>
    /// <param name="canvas">Where to draw, in units.</param>
    /// <param name="theme">The colours and pens.</param>
    /// <param name="part">The part that is drawn, in units.</param>
    void Draw(SKCanvas canvas, Theme theme, SKRect part);
}
