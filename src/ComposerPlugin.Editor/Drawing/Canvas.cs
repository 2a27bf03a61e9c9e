using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] The picture of a window in memory (BGRA, opaque), and which part of it must be drawn again.</summary>
internal sealed unsafe class Canvas : IDisposable
{
    private void* _pixels;
    private SKSurface? _surface;
    private SKRectI _dirty;

    /// <summary>The width, in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>The height, in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Pixels in a unit of the drawing.</summary>
    public float Scale { get; private set; } = 1;

    /// <summary>Bytes from one row to the next.</summary>
    public int RowBytes => Width * 4;

    /// <summary>The first pixel.</summary>
    public nint Pixels => (nint)_pixels;

    /// <summary>The size, in units of the drawing.</summary>
    public SKSize Size => new(Width / Scale, Height / Scale);

    /// <summary>Changes the size; then all of it is drawn again.</summary>
    public void Resize(int width, int height, float scale)
    {
        if (width == Width && height == Height && scale == Scale && _surface is not null)
            return;
        _surface?.Dispose();
        (Width, Height, Scale) = (Math.Max(1, width), Math.Max(1, height), scale);
        // Safe: the surface that drew into the old memory is disposed of.
        _pixels = NativeMemory.Realloc(_pixels, (nuint)RowBytes * (nuint)Height);
        _surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque), Pixels, RowBytes);
        _dirty = SKRectI.Create(Width, Height);
    }

    /// <summary>Has a part drawn again, in units.</summary>
    public void Invalidate(SKRect part)
    {
        // A pixel more on each side, for smoothed edges.
        var grown = new SKRectI(
            (int)MathF.Floor(part.Left * Scale) - 1, (int)MathF.Floor(part.Top * Scale) - 1,
            (int)MathF.Ceiling(part.Right * Scale) + 1, (int)MathF.Ceiling(part.Bottom * Scale) + 1);
        grown = SKRectI.Intersect(grown, SKRectI.Create(Width, Height));
        if (!grown.IsEmpty)
            _dirty = _dirty.IsEmpty ? grown : SKRectI.Union(_dirty, grown);
    }

    /// <summary>Draws what must be drawn again.</summary>
    /// <returns>The part that was drawn, in pixels; empty if there was nothing.</returns>
    public SKRectI Paint(IPicture root, Theme theme)
    {
        var painted = _dirty;
        if (painted.IsEmpty || _surface is null)
            return SKRectI.Empty;
        _dirty = SKRectI.Empty;
        var canvas = _surface.Canvas;
        canvas.Save();
        canvas.ClipRect(painted);
        canvas.Scale(Scale);
        root.Draw(canvas, theme, new(painted.Left / Scale, painted.Top / Scale, painted.Right / Scale, painted.Bottom / Scale));
        canvas.Restore();
        return painted;
    }

    /// <summary>The picture as a PNG file: for golden images.</summary>
    public byte[] ToPng()
    {
        using var image = SKImage.FromPixelCopy(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque), Pixels, RowBytes);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _surface?.Dispose();
        _surface = null;
        NativeMemory.Free(_pixels);
        _pixels = null;
    }
}
