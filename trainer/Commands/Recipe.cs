using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The verb <c>recipe</c>: makes a preset again, from the corpora to the figures. A recipe is a text beside the preset's style.json with one verb of this
/// program per line; <c>{corpora}</c>, <c>{work}</c>, <c>{recipe}</c> and <c>{styles}</c> stand for the folder of the archives, the one to work in, the
/// recipe's own, and the one where other presets lie. A step whose <c>--out</c> is complete is not done again, and one that was cut off is gone on with.
/// </summary>
internal static partial class Recipe
{
    public const string Usage =
        $"""
        recipe NAME|FOLDER --corpora FOLDER --work FOLDER [OPTION…]
          NAME|FOLDER     a preset that has a {FileName}
          --corpora       the folder of the archives that CREDITS.md names
          --work          the folder to work in; what is complete there is not made again
          --styles        the folder of the other presets (standard: the one beside this)
          --json          prints an object for each step when it is done, and one at the end
        """;

    /// <summary>The name of a recipe's file.</summary>
    public const string FileName = "recipe.txt";

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--corpora", "--work", "--styles", "--json");
        if (arguments.Paths.Count != 1)
            throw new BadInputException("recipe: give one preset, its name or its folder; see composer-trainer recipe --help.");
        string folder = arguments.Paths[0];
        if (!Directory.Exists(folder))
            folder = Path.Combine("presets", folder);
        string file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            throw new BadInputException($"{file}: there is no such recipe; give the folder of a preset, or its name where the folder presets is.");
        string work = arguments.Required("--work");
        var folders = new Dictionary<string, string>
        {
            ["corpora"] = arguments.Required("--corpora"),
            ["work"] = work,
            ["recipe"] = folder,
            ["styles"] = arguments.Optional("--styles") ?? Path.Combine(folder, ".."),
        };
        string[][] steps = [.. File.ReadLines(file).Where(line => line.Trim() is [not '#', ..]).Select(line => Words(line, folders, file))];
        bool json = arguments.Has("--json");
        var told = json ? AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) }) : console;
        foreach (string[] step in steps)
        {
            bool now = Do(step, told);
            if (json)
                console.Profile.Out.Writer.WriteLine(new JsonObject { ["step"] = string.Join(' ', step), ["done_before"] = !now }.ToJsonString());
        }
        if (json)
            console.Profile.Out.Writer.WriteLine(new JsonObject { ["recipe"] = file, ["steps"] = steps.Length }.ToJsonString());
        else
            console.WriteLine($"{steps.Length} steps of {file} are done");
    }

    // False where it was done before.
    private static bool Do(string[] step, IAnsiConsole console)
    {
        var arguments = new Arguments(step[0], step.AsSpan(1));
        string? made = arguments.Optional("--out");
        if (made is not null && (File.Exists(Path.Combine(made, "dataset.json")) || File.Exists(Path.Combine(made, "style.json"))))
            return false;
        console.WriteLine(string.Join(' ', step));
        bool begun = made is not null && Directory.Exists(Path.Combine(made, "checkpoint"));
        // A resumed run has its settings already.
        Verbs.Do(begun ? Resumed(step) : step, console);
        return true;
    }

    private static string[] Resumed(string[] step)
    {
        List<string> words = [.. step, "--resume"];
        foreach (string option in (string[])["--config", "--from"])
        {
            if (step[0] == "train" && words.IndexOf(option) is >= 0 and var at)
                words.RemoveRange(at, 2);
        }
        return [.. words];
    }

    private static string[] Words(string line, Dictionary<string, string> folders, string file) =>
    [
        .. Word().Matches(line).Select(word => Placeholder().Replace(word.Value.Trim('"'), named => folders.TryGetValue(named.Groups[1].Value, out string? path)
            ? path
            : throw new BadInputException($"{file}: {named.Value} stands for nothing; a recipe knows {string.Join(", ", folders.Keys.Select(name => $"{{{name}}}"))}.")))
    ];

    // A word, or several between quotation marks.
    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+")]
    private static partial Regex Word();

    [GeneratedRegex("\\{(\\w+)\\}")]
    private static partial Regex Placeholder();
}
