using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A text made ready for drawing; it is made again only when it changes, so that drawing it allocates nothing.</summary>
internal sealed class TextLine(SKFont font) : IDisposable
{
    private SKTextBlob? _blob;

    /// <summary>A text that does not change at first.</summary>
    public TextLine(SKFont font, string text)
        : this(font) => Set(text);

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its width, in units.</summary>
    public float Width { get; private set; }

    /// <summary>Changes the text.</summary>
    /// <returns>Whether it is another one.</returns>
    public bool Set(string text)
    {
        if (text == Text)
            return false;
        _blob?.Dispose();
        Text = text;
        Width = font.MeasureText(text);
        _blob = text.Length == 0 ? null : SKTextBlob.Create(text, font);
        return true;
    }

    /// <summary>Changes the text; one that is wider than this is cut, with an ellipsis at its end.</summary>
    /// <returns>Whether it is another one.</returns>
    public bool Set(string text, float widest)
    {
        if (font.MeasureText(text) <= widest)
            return Set(text);
        int length = text.Length;
        while (length > 0 && font.MeasureText(string.Concat(text.AsSpan(0, length).TrimEnd(), "…")) > widest)
            length--;
        return Set(string.Concat(text.AsSpan(0, length).TrimEnd(), "…"));
    }

    /// <summary>Draws it from a point on its baseline to the right.</summary>
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        if (_blob is not null)
            canvas.DrawText(_blob, x, y, paint);
    }

    /// <summary>Draws it with the middle at a point on its baseline.</summary>
    public void DrawCentred(SKCanvas canvas, float x, float y, SKPaint paint) => Draw(canvas, x - (Width / 2), y, paint);

    /// <summary>Draws it up to a point on its baseline.</summary>
    public void DrawRight(SKCanvas canvas, float x, float y, SKPaint paint) => Draw(canvas, x - Width, y, paint);

    /// <inheritdoc/>
    public void Dispose() => _blob?.Dispose();
}
