using System.Text.RegularExpressions;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>Turns Spectre's errors about a command line into one sentence: what, where, what to do.</summary>
internal static partial class ParseError
{
    /// <summary>The sentence for an error of the parser or of a settings check.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="command">The name of one of its commands.</param>
    /// <param name="exception">The error.</param>
    public static string Explain(string program, string command, CommandAppException exception)
    {
        string message = exception.Message;
        string? known = Match(NoValue(), message) is { } valueless ? $"--{valueless} needs a value"
            : Match(MissingOption(), message) is { } option ? $"--{option} is missing"
            : Match(MissingArgument(), message) is { } argument ? $"{argument} is missing"
            : Match(Excess(), message) is { } excess ? $"{excess} belongs to no option"
            : exception is CommandParseException ? char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.')
            : null;
        return known is null ? $"{command}: {message}" : $"{command}: {known}; see {program} {command} --help.";
    }

    private static string? Match(Regex regex, string message) =>
        regex.Match(message) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^Option '(.+)' is defined but no value")]
    private static partial Regex NoValue();

    [GeneratedRegex("is missing required option '(.+)'")]
    private static partial Regex MissingOption();

    [GeneratedRegex("is missing required argument '(.+)'")]
    private static partial Regex MissingArgument();

    [GeneratedRegex("^(?:Could not match|Unknown command) '(.+)'", RegexOptions.Singleline)]
    private static partial Regex Excess();
}
