using System.Globalization;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>What follows the verb on the command line: paths, <c>--name value</c> options and <c>--name</c> switches; <c>-o</c> is short for <c>--out</c>.</summary>
internal sealed class Arguments
{
    private static readonly HashSet<string> _switches = ["--resume", "--json", "--melody", "--keep-all", "--drums", "--answer-only", "--end-on-tonic", "--half"];

    private readonly string _verb;
    private readonly Dictionary<string, List<string>> _options = [];
    private readonly HashSet<string> _given = [];
    private readonly List<string> _valueless = [];

    public Arguments(string verb, ReadOnlySpan<string> words)
    {
        _verb = verb;
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i] == "-o" ? "--out" : words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
                Paths.Add(word);
            else if (_switches.Contains(word))
                _given.Add(word);
            else if (i + 1 < words.Length && !words[i + 1].StartsWith("--", StringComparison.Ordinal))
                Values(word).Add(words[++i]);
            else
                _valueless.Add(word);
        }
        Line = verb + string.Concat(words.ToArray().Select(word => " " + Quoted(word)));
    }

    /// <summary>The words that belong to no option.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>The whole command; of a path from the root only the last name, because styles are passed on and where they were made is nobody's business.</summary>
    public string Line { get; }

    /// <summary>Refuses options and switches that are not among these.</summary>
    public void Allow(params string[] names)
    {
        foreach (string name in _options.Keys.Concat(_given).Concat(_valueless))
        {
            if (!names.Contains(name))
                throw new BadInputException($"{_verb}: {name} is not known here; see composer-trainer {_verb} --help.");
        }
        if (_valueless is [string valueless, ..])
            throw new BadInputException($"{_verb}: {valueless} needs a value; see composer-trainer {_verb} --help.");
    }

    /// <summary>Refuses words that belong to no option, for verbs that take none.</summary>
    public void AllowNoPaths()
    {
        if (Paths is [string path, ..])
            throw new BadInputException($"{_verb}: {path} belongs to no option; see composer-trainer {_verb} --help.");
    }

    public bool Has(string name) => _given.Contains(name);

    /// <summary>The value of an option; the last one where it was given several times.</summary>
    public string? Optional(string name) => _options.TryGetValue(name, out var values) ? values[^1] : null;

    /// <summary>All values of an option that may be given several times.</summary>
    public IReadOnlyList<string> All(string name) => _options.GetValueOrDefault(name) ?? [];

    public string Required(string name) =>
        Optional(name) ?? throw new BadInputException($"{_verb}: {name} is missing; see composer-trainer {_verb} --help.");

    public double? Number(string name, double lowest, double highest)
    {
        if (Optional(name) is not { } text)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !(number >= lowest && number <= highest))
            throw new BadInputException($"{_verb}: {name} {text} is not a number from {lowest} to {highest}.");
        return number;
    }

    public int? Count(string name, int lowest, int highest)
    {
        if (Optional(name) is not { } text)
            return null;
        if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) || number < lowest || number > highest)
            throw new BadInputException($"{_verb}: {name} {text} is not a whole number from {lowest} to {highest}.");
        return number;
    }

    private List<string> Values(string name) =>
        _options.TryGetValue(name, out var values) ? values : _options[name] = [];

    private static string Quoted(string word)
    {
        string shown = Path.IsPathRooted(word) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(word)) : word;
        return shown.Contains(' ') ? $"\"{shown}\"" : shown;
    }
}
