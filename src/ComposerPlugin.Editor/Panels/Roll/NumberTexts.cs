using System.Globalization;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] Numbers ready for drawing: each is made when it is first drawn.</summary>
internal sealed class NumberTexts(SKFont font) : IDisposable
{
    private const int Slots = 256;

    private readonly TextLine?[] _lines = new TextLine?[Slots];
    private readonly long[] _numbers = new long[Slots];

    /// <summary>The text of a number.</summary>
    public TextLine Of(long number)
    {
        int slot = (int)(((number % Slots) + Slots) % Slots);
        if (_lines[slot] is { } line && _numbers[slot] == number)
            return line;
        line = _lines[slot] ??= new(font);
        _numbers[slot] = number;
        line.Set(number.ToString(CultureInfo.InvariantCulture));
        return line;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var line in _lines)
            line?.Dispose();
    }
}
