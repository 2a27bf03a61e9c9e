using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] Names ready for drawing: each is made when it is first drawn.</summary>
internal sealed class NameTexts(SKFont font) : IDisposable
{
    private const int Most = 256;

    private readonly Dictionary<string, TextLine> _lines = new(StringComparer.Ordinal);

    /// <summary>The text of a name.</summary>
    public TextLine Of(string name)
    {
        if (_lines.TryGetValue(name, out var line))
            return line;
        if (_lines.Count == Most)
            Dispose();
        return _lines[name] = new(font, name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var line in _lines.Values)
            line.Dispose();
        _lines.Clear();
    }
}
