using System.Text.RegularExpressions;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public partial class HelpTests
{
    private static readonly string[] _verbs = [.. Verb().Matches(Do("--help")).Select(line => line.Groups[1].Value)];

    private static readonly Dictionary<string, HashSet<string>> _explained =
        _verbs.ToDictionary(verb => verb, verb => OptionsIn(Do(verb, "--help")));

    public static TheoryData<string> Verbs => [.. _verbs];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_option_that_a_verb_knows_is_explained_and_no_other(string verb)
    {
        foreach (string option in _explained.Values.SelectMany(options => options).Distinct())
            Assert.True(Knows(verb, option) == _explained[verb].Contains(option), $"{verb} {option}");
    }

    [Theory]
    [InlineData("train", "how long to train (standard 25")]
    [InlineData("finetune", "(standard 8)")]
    [InlineData("evaluate", "(standard 100)")]
    [InlineData("generate", "(standard 110)")]
    [InlineData("train", "--licence TEXT")]
    [InlineData("continue", "--density N")]
    public void Standards_and_shared_options_are_told(string verb, string words) =>
        Assert.Contains(words, Do(verb, "--help"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_has_an_answer_for_machines(string verb) => Assert.Contains("--json", _explained[verb]);

    [Fact]
    public void What_need_not_be_given_is_not_among_what_must()
    {
        string[] lines = Do("train", "--help").Split('\n');
        Assert.DoesNotContain("--model", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("--model", StringComparison.Ordinal)
            && line.Contains("standard lstm", StringComparison.Ordinal));
    }

    private static bool Knows(string verb, string option)
    {
        // Of frames some options go with others.
        string[] averaged = verb == "frames" && option == "--transpositions" ? ["--average", "x"] : [];
        return !Run([verb, .. averaged, option]).Errors.Contains($"{option} is not known here", StringComparison.Ordinal);
    }

    private static HashSet<string> OptionsIn(string help) =>
        [.. Option().Matches(help).Select(option => option.Value == "-o" ? "--out" : option.Value)];

    [GeneratedRegex(@"^  (\w+) ", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"(?<![\w-])(--[a-z][a-z-]*|-o)(?![\w-])")]
    private static partial Regex Option();
}
