using System.Text.RegularExpressions;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public partial class HelpTests
{
    private static readonly string[] _commands = [.. Command().Matches(Do("--help")).Select(line => line.Groups[1].Value)];

    private static readonly Dictionary<string, HashSet<string>> _documented =
        _commands.ToDictionary(command => command, command => OptionsIn(Do(command, "--help")));

    public static TheoryData<string> Commands => [.. _commands];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_lists_exactly_the_options_of_the_command(string command)
    {
        foreach (string option in _documented.Values.SelectMany(options => options).Distinct())
            Assert.True(Has(command, option) == _documented[command].Contains(option), $"{command} {option}");
    }

    [Theory]
    [InlineData("train", "Training time in minutes .default 25")]
    [InlineData("finetune", @"--minutes <N> +8 ")]
    [InlineData("evaluate", @"--takes <N> +100 ")]
    [InlineData("generate", @"--tempo <N> +110 ")]
    [InlineData("train", "--licence <TEXT>")]
    [InlineData("continue", "--density <N>")]
    public void Help_shows_defaults_and_shared_options(string command, string pattern) =>
        Assert.Matches(pattern, Do(command, "--help"));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_json_output(string command) => Assert.Contains("--json", _documented[command]);

    [Fact]
    public void Required_options_are_in_the_usage_line_and_come_first()
    {
        string[] lines = Do("train", "--help").Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains("composer-trainer train --data <DATA> --out <STYLE> [OPTIONS]", lines);
        string[] options = ["--data <DATA>", "-o, --out", "--weights", "--json", "--name"];
        int[] rows = [.. options.Select(option => Array.FindIndex(lines, line => line.StartsWith(option, StringComparison.Ordinal)))];
        Assert.True(rows[0] > 0);
        Assert.Equal(rows.Order(), rows);
    }

    private static bool Has(string command, string option) =>
        !Run(command, option).Errors.Contains($"there is no option {option}", StringComparison.Ordinal);

    private static HashSet<string> OptionsIn(string help) =>
        [.. Option().Matches(help).Select(option => option.Value == "-o" ? "--out" : option.Value).Where(option => option != "--help")];

    [GeneratedRegex(@"(?<=COMMANDS:\n(?:.*\n)*)    (\w+) ")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w-])(--[a-z][a-z-]*|-o)(?![\w-])")]
    private static partial Regex Option();
}
