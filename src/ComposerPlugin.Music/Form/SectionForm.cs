using System.Diagnostics.CodeAnalysis;

namespace ComposerPlugin.Music;

/// <summary>
/// The form of a piece as the letters of its sections, such as AABA: equal letters are the same section, a prime marks a variation of it. A
/// piece with more sections than letters begins the letters anew, varied.
/// </summary>
public sealed class SectionForm
{
    /// <summary>The largest number of letters.</summary>
    public const int MostLetters = 64;

    private const char Prime = '\'', TypographicPrime = '’';

    // For each section its letter, perhaps with a prime; and the first section with that letter.
    private readonly string[] _letters;
    private readonly int[] _firsts;

    private SectionForm(List<string> letters)
    {
        _letters = [.. letters];
        _firsts = [.. letters.Select(letter => letters.FindIndex(other => other[0] == letter[0]))];
        Text = string.Concat(letters);
    }

    /// <summary>The letters, with primes.</summary>
    public string Text { get; }

    /// <summary>The number of sections.</summary>
    public int Count => _firsts.Length;

    /// <summary>Reads letters from A to Z. A letter that came before may have a prime.</summary>
    /// <param name="text">The letters, such as AA'BA.</param>
    /// <param name="form">The form.</param>
    /// <returns>False if the text is something else, or has more than <see cref="MostLetters"/> letters.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out SectionForm? form)
    {
        var letters = new List<string>();
        form = null;
        foreach (char one in text)
        {
            if (one is Prime or TypographicPrime)
            {
                if (letters.Count == 0 || letters[^1].Length > 1 || IsFirst(letters))
                    return false;
                letters[^1] += Prime;
            }
            else if (one is >= 'A' and <= 'Z')
            {
                letters.Add($"{one}");
            }
            else
            {
                return false;
            }
        }
        form = letters.Count is > 0 and <= MostLetters ? new(letters) : null;
        return form is not null;
    }

    /// <summary>Writes sections as letters in the order in which they come first.</summary>
    /// <param name="firsts">For each section, the first one that is the same.</param>
    public static SectionForm Of(IReadOnlyList<int> firsts)
    {
        List<int> different = [.. firsts.Distinct()];
        return new([.. firsts.Select(first => $"{(char)('A' + different.IndexOf(first))}")]);
    }

    /// <summary>The first section of a piece that has the letter of another one.</summary>
    public int FirstOf(int section) => _firsts[section % Count];

    /// <summary>Whether a section is a variation of the first one with its letter.</summary>
    public bool IsVaried(int section) => section >= Count || _letters[section].Length > 1;

    /// <summary>The letters of a piece.</summary>
    /// <param name="sections">Its number of sections.</param>
    public string TextOf(int sections) =>
        string.Concat(Enumerable.Range(0, sections).Select(section => $"{_letters[section % Count][0]}{(IsVaried(section) ? "'" : "")}"));

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Whether the last letter did not come before.
    private static bool IsFirst(List<string> letters) => letters.FindIndex(letter => letter[0] == letters[^1][0]) == letters.Count - 1;
}
