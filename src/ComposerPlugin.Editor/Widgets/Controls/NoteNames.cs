namespace ComposerPlugin.Editor;

/// <summary>[any] Names of pitch classes as musicians write them: C, F#, E♭.</summary>
internal static class NoteNames
{
    /// <summary>Reads the name at the start of a text.</summary>
    /// <param name="text">The text: a letter, A to G in either case, and # ♯ b ♭ or none.</param>
    /// <param name="pitchClass">The pitch class, 0 (C) to 11.</param>
    /// <param name="rest">What follows the name.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out int pitchClass, out ReadOnlySpan<char> rest)
    {
        pitchClass = text.IsEmpty ? -1 : "C D EF G A B".IndexOf(char.ToUpperInvariant(text[0]), StringComparison.Ordinal);
        rest = text;
        if (pitchClass < 0 || text[0] == ' ')
            return false;
        rest = text[1..];
        int sign = rest.IsEmpty ? 0 : rest[0] switch { '#' or '♯' => 1, 'b' or '♭' => -1, _ => 0 };
        if (sign != 0)
            rest = rest[1..];
        pitchClass = (pitchClass + sign + 12) % 12;
        return true;
    }

    /// <summary>A name with the printed signs: "Eb" is "E♭".</summary>
    public static string Show(string name) => name.Length < 2 ? name : name[..1] + name[1..].Replace('#', '♯').Replace('b', '♭');
}
