using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A text of several lines, broken between words.</summary>
internal sealed class TextBlock(SKFont font, float lineHeight) : IDisposable
{
    private readonly List<TextLine> _lines = [];
    private string _text = "";
    private float _width;

    /// <summary>Its height, in units.</summary>
    public float Height => _lines.Count * lineHeight;

    /// <summary>The width of its longest line, in units.</summary>
    public float Width => _lines.Count == 0 ? 0 : _lines.Max(line => line.Width);

    /// <summary>Changes the text or the width that it must fit into.</summary>
    public void Set(string text, float width)
    {
        if (text == _text && width == _width)
            return;
        (_text, _width) = (text, width);
        Clear();
        foreach (string paragraph in text.Split('\n'))
            Break(paragraph, width);
    }

    /// <summary>Draws it from its top left corner.</summary>
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        for (int i = 0; i < _lines.Count; i++)
            _lines[i].Draw(canvas, x, y + (i * lineHeight) + (lineHeight * 0.74f), paint);
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Break(string paragraph, float width)
    {
        string line = "";
        foreach (string word in paragraph.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                _lines.Add(new(font, line));
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        _lines.Add(new(font, line));
    }

    private void Clear()
    {
        foreach (var line in _lines)
            line.Dispose();
        _lines.Clear();
    }
}
