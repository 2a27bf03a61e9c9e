using ComposerPlugin.Trainer.Commands;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Runs the program's verbs in this process.</summary>
internal static class CommandLine
{
    public static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int code = Verbs.Run(args, Console(output), Console(errors));
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs a verb that must succeed.</summary>
    /// <returns>What it wrote.</returns>
    public static string Do(params string[] args)
    {
        var (code, output, errors) = Run(args);
        Assert.Equal(("", Verbs.Done), (errors, code));
        return output;
    }

    /// <summary>Runs a verb that must refuse with one sentence.</summary>
    public static void AssertRefused(string sentence, params string[] args)
    {
        var (code, _, errors) = Run(args);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.EndsWith(".", errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Equal(Verbs.BadInput, code);
    }

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        return console;
    }
}
