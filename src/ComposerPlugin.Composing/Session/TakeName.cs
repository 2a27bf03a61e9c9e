using System.Globalization;
using System.Text;

namespace ComposerPlugin.Composing;

/// <summary>[any] The names that musicians give to takes.</summary>
public static class TakeName
{
    /// <summary>The most UTF-16 units of a name.</summary>
    public const int MostUnits = 64;

    /// <summary>
    /// A name as it is stored: without control characters and surrounding spaces, at most <see cref="MostUnits"/> long; null if nothing is
    /// left.
    /// </summary>
    public static string? Clean(string? name)
    {
        var clean = new StringBuilder();
        // Lone surrogates come out as U+FFFD: JSON cannot hold them.
        foreach (var rune in (name ?? "").Trim().EnumerateRunes())
        {
            bool isControl = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
            if (clean.Length + rune.Utf16SequenceLength > MostUnits)
                break;
            if (!isControl)
                clean.Append(rune.ToString());
        }
        string text = clean.ToString().Trim();
        return text.Length == 0 ? null : text;
    }
}
