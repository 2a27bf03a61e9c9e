using System.Globalization;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>Parses note names: a letter, an optional sharp or flat, and for pitches the octave; C4 is middle C.</summary>
internal static class NoteName
{
    private const string Letters = "C D EF G A B";

    /// <summary>The pitch class, 0 to 11; null if the name is invalid.</summary>
    public static int? PitchClass(string name) => Semitone(name) is { } semitone ? ((semitone % 12) + 12) % 12 : null;

    /// <summary>The pitch; null if the name is invalid or outside the MIDI range.</summary>
    public static Music.Pitch? Pitch(string name)
    {
        int digits = name.IndexOfAny(['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (digits < 0 || !int.TryParse(name.AsSpan(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int octave))
            return null;
        return Semitone(name[..digits]) is { } semitone && octave is >= -1 and <= 9
            && (12 * (octave + 1)) + semitone is >= 0 and < Music.Pitch.Count and int number
            ? new((byte)number)
            : null;
    }

    // Semitones above C, -1 (Cb) to 12 (B#).
    private static int? Semitone(string name)
    {
        int letter = name.Length is 1 or 2 && name[0] != ' '
            ? Letters.IndexOf(char.ToUpperInvariant(name[0]), StringComparison.Ordinal)
            : -1;
        if (letter < 0)
            return null;
        return name.Length == 1 ? letter : name[1] switch
        {
            '#' => letter + 1,
            'b' => letter - 1,
            _ => null,
        };
    }
}
