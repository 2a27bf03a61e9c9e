using System.Globalization;

namespace ComposerPlugin;

/// <summary>[main] Reads what musicians type: printed signs, decimal commas, note names with sharps and flats.</summary>
internal static class TypedText
{
    private const int Octave = 12;

    /// <summary>The text with the signs that keyboards have: "−1,5 dB" with U+2212 is "-1,5 dB", "D♭" is "Db".</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            plain[i] = text[i] switch
            {
                '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\uFE63' or '\uFF0D' => '-',
                '\u00A0' or '\u2007' or '\u2009' or '\u202F' => ' ',
                '\u266F' => '#',
                '\u266D' => 'b',
                '\uFF05' => '%',
                var other => other,
            };
        }
        return new string(plain).Trim();
    }

    /// <summary>Reads a finite number with a decimal point or a decimal comma.</summary>
    /// <param name="text">The number.</param>
    /// <param name="isWhole">Whether only whole numbers make sense, so that "1,500" has a thousand.</param>
    /// <param name="number">The number.</param>
    public static bool TryReadNumber(ReadOnlySpan<char> text, bool isWhole, out double number)
    {
        string typed = new(text);
        int comma = typed.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && isWhole && typed.Length - comma == 4)
            typed = typed.Remove(comma, 1);
        else if (comma >= 0 && !typed.Contains('.', StringComparison.Ordinal))
            typed = typed.Replace(',', '.');
        return double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>Reads the name of a pitch class, such as C, F# or Eb.</summary>
    /// <param name="text">The text.</param>
    /// <param name="semitones">Semitones above C: -1 (Cb) to 12 (B#).</param>
    /// <param name="rest">What follows the name.</param>
    public static bool TryReadPitchClass(ReadOnlySpan<char> text, out int semitones, out ReadOnlySpan<char> rest)
    {
        rest = text;
        semitones = text.IsEmpty || text[0] == ' ' ? -1 : "C D EF G A B".IndexOf(char.ToUpperInvariant(text[0]), StringComparison.Ordinal);
        if (semitones < 0)
            return false;
        rest = text[1..];
        if (rest.StartsWith("#", StringComparison.Ordinal) || rest.StartsWith("b", StringComparison.Ordinal))
        {
            semitones += rest[0] == '#' ? 1 : -1;
            rest = rest[1..];
        }
        return true;
    }

    /// <summary>Reads a pitch: a name with its octave (C4 is middle C) or a MIDI note number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The MIDI note number; not checked.</param>
    public static bool TryReadPitch(ReadOnlySpan<char> text, out int number)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return true;
        if (!TryReadPitchClass(text, out int semitones, out var rest))
            return false;
        bool hasOctave = int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int octave)
            && octave is > -2 and < 10;
        number = hasOctave ? ((octave + 1) * Octave) + semitones : 0;
        return hasOctave;
    }
}
