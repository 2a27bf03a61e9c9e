using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Commands;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Runs commands in this process.</summary>
internal static class CommandLine
{
    public static (int Code, string Output, string Errors) Run(params string[] args) => Run(TrainerCommands.Program, args);

    public static (int Code, string Output, string Errors) Run(CommandProgram program, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int code = program.Run(args, Console(output), Console(errors));
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs a command that must succeed.</summary>
    /// <returns>Its output.</returns>
    public static string Do(params string[] args)
    {
        var (code, output, errors) = Run(args);
        Assert.True(errors.Length == 0, errors);
        Assert.Equal(ExitCode.Done, code);
        return output;
    }

    /// <summary>Runs a command that must fail with one sentence and the exit code for bad input.</summary>
    public static void AssertRefused(string sentence, params string[] args) => AssertRefused(TrainerCommands.Program, sentence, args);

    public static void AssertRefused(CommandProgram program, string sentence, params string[] args)
    {
        var (code, _, errors) = Run(program, args);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.EndsWith(".", errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Equal(ExitCode.BadInput, code);
    }

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        return console;
    }
}
