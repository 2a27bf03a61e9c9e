using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A text of several lines, broken between words; what does not fit is cut, with an ellipsis.</summary>
/// <param name="font">Its font.</param>
/// <param name="lineHeight">From one line to the next, in units.</param>
internal sealed class TextBlock(SKFont font, float lineHeight) : IDisposable
{
    // The baseline, as a part of the line's height.
    private const float Ascent = 0.74f;

    private readonly List<TextLine> _lines = [];
    private (string Text, float Width, int MostLines) _set = ("", 0, 0);

    /// <summary>Its height, in units.</summary>
    public float Height => _lines.Count * lineHeight;

    /// <summary>Its lines.</summary>
    internal IEnumerable<string> Texts => _lines.Select(line => line.Text);

        /// <summary>How many lines it has.</summary>
    public int Lines => _lines.Count;

    /// <summary>Changes the text.</summary>
    /// <param name="text">The text; line feeds break it too.</param>
    /// <param name="width">The width that it must fit into, in units.</param>
    /// <param name="mostLines">The number of lines that it must fit into.</param>
    public void Set(string text, float width, int mostLines = int.MaxValue)
    {
        if (text == _set.Text && width == _set.Width && mostLines == _set.MostLines)
            return;
        _set = (text, width, mostLines);
        Clear();
        int at = 0;
        while (at < text.Length && _lines.Count < mostLines - 1)
        {
            int end = EndOfLine(text, at, width);
            Add(text[at..end].TrimEnd(), width);
            at = end + 1;
        }
        if (at < text.Length)
            Add(text[at..].ReplaceLineEndings(" "), width);
    }

    /// <summary>Draws it from its top left corner.</summary>
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        for (int i = 0; i < _lines.Count; i++)
            _lines[i].Draw(canvas, x, y + ((i + Ascent) * lineHeight), paint);
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Add(string text, float width)
    {
        var line = new TextLine(font);
        line.Set(text, width);
        _lines.Add(line);
    }

    // As many words as fit, and at least one.
    private int EndOfLine(string text, int at, float width)
    {
        int lineFeed = text.IndexOf('\n', at), last = lineFeed < 0 ? text.Length : lineFeed, end = at;
        while (end < last)
        {
            int next = text.IndexOf(' ', end + 1);
            next = next < 0 ? last : Math.Min(next, last);
            if (end > at && font.MeasureText(text[at..next]) > width)
                break;
            end = next;
        }
        return end;
    }

    private void Clear()
    {
        foreach (var line in _lines)
            line.Dispose();
        _lines.Clear();
    }
}
