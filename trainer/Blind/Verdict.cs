using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Blind;

/// <summary>What a listener says of a pair.</summary>
/// <param name="Key">The pair.</param>
/// <param name="IsA">Whether the listener would keep A, and not B.</param>
/// <param name="Reason">Why.</param>
internal sealed record Verdict(BlindKey Key, bool IsA, string Reason)
{
    /// <summary>Whose continuation the listener would keep.</summary>
    public string Chosen => IsA ? Key.A : Key.B;

    /// <summary>
    /// Reads verdicts, a line each: the number of the pair, A or B, and the reason. A pair without a letter is not judged.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Whose the continuations are.</param>
    /// <exception cref="BadInputException">The file cannot be read, or a line is wrong.</exception>
    public static List<Verdict> Read(string file, IReadOnlyList<BlindKey> key)
    {
        if (!File.Exists(file))
            throw new BadInputException($"{file}: there is no such file; write a line for each pair, such as \"1 A it closes\".");
        var verdicts = new List<Verdict>();
        foreach (string line in File.ReadLines(file))
        {
            string[] words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length < 2)
                continue;
            var pair = int.TryParse(words[0], out int number) ? key.FirstOrDefault(pair => pair.Pair == number) : null;
            if (pair is null || words[1] is not ("A" or "B"))
            {
                throw new BadInputException(
                    $"{file}: the line \"{line.Trim()}\" is no verdict; write the number of a pair, A or B, and why.");
            }
            if (verdicts.Exists(verdict => verdict.Key == pair))
                throw new BadInputException($"{file}: pair {number} has two verdicts; keep one line of it.");
            verdicts.Add(new(pair, words[1] == "A", words.Length > 2 ? words[2] : ""));
        }
        return verdicts;
    }
}
