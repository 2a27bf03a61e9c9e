using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The command <c>recipe</c>: rebuilds a preset, from the corpora to the metrics. A recipe is a text file beside the preset's style.json
/// with one command of this program per line. <c>{corpora}</c>, <c>{work}</c>, <c>{recipe}</c> and <c>{styles}</c> are replaced by the
/// folder of the archives, the working folder, the recipe's own folder and the folder of the other presets. A step whose <c>--out</c> is
/// complete is skipped; one that was interrupted is resumed.
/// </summary>
internal sealed partial class Recipe(IAnsiConsole console) : Command<RecipeSettings>
{
    /// <summary>The name of a recipe's file.</summary>
    public const string FileName = "recipe.txt";

    public override int Execute(CommandContext context, RecipeSettings settings, CancellationToken cancellationToken)
    {
        string folder = Directory.Exists(settings.Preset) ? settings.Preset : Path.Combine("presets", settings.Preset);
        string file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new BadInputException(
                $"{file}: there is no such recipe; give the folder of a preset, or its name where the folder presets is.");
        }
        var folders = new Dictionary<string, string>
        {
            ["corpora"] = settings.Corpora,
            ["work"] = settings.Work,
            ["recipe"] = folder,
            ["styles"] = settings.Styles ?? Path.Combine(folder, ".."),
        };
        string[][] steps = [.. File.ReadLines(file).Where(line => line.Trim() is [not '#', ..]).Select(line => Words(line, folders, file))];
        var output = settings.Json ? AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) }) : console;
        foreach (string[] step in steps)
        {
            bool ran = RunStep(step, output);
            if (settings.Json)
                Print(new() { ["step"] = string.Join(' ', step), ["done_before"] = !ran });
        }
        if (settings.Json)
            Print(new() { ["recipe"] = file, ["steps"] = steps.Length });
        else
            console.WriteLine($"{steps.Length} steps of {file} are done");
        return ExitCode.Done;
    }

    private void Print(JsonObject line) => console.Profile.Out.Writer.WriteLine(line.ToJsonString());

    // Returns false if the step was complete before.
    private static bool RunStep(string[] step, IAnsiConsole console)
    {
        int option = Array.FindLastIndex(step, word => word is "--out" or "-o");
        string? target = option >= 0 && option + 1 < step.Length ? step[option + 1] : null;
        if (target is not null && (File.Exists(Path.Combine(target, "dataset.json")) || File.Exists(Path.Combine(target, "style.json"))))
            return false;
        console.WriteLine(string.Join(' ', step));
        bool begun = target is not null && Directory.Exists(Path.Combine(target, "checkpoint"));
        TrainerCommands.Program.Execute(begun ? Resumed(step) : step, console);
        return true;
    }

    // The checkpoint has the settings already.
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

    private static string[] Words(string line, Dictionary<string, string> folders, string file)
    {
        string Replace(Match placeholder) => folders.TryGetValue(placeholder.Groups[1].Value, out string? path)
            ? path
            : throw new BadInputException(
                $"{file}: {placeholder.Value} is not known; use {string.Join(", ", folders.Keys.Select(name => $"{{{name}}}"))}.");
        return [.. Word().Matches(line).Select(word => Placeholder().Replace(word.Value.Trim('"'), Replace))];
    }

    // One word, or several in quotation marks.
    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+")]
    private static partial Regex Word();

    [GeneratedRegex("\\{(\\w+)\\}")]
    private static partial Regex Placeholder();
}
