using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Evaluation;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Evaluate"/>.</summary>
internal sealed class EvaluateSettings : PartSettings
{
    private const string ReportName = "report.html";
    private const int DefaultTakes = 100;
    private const int MostTakes = 10_000;
    private const double HighestTemperature = 10;

    [CommandOption("--takes <N>")]
    [Description("Number of continuations to measure; 0 for none")]
    [DefaultValue(DefaultTakes)]
    [Number(0, MostTakes, Whole = true)]
    public Number Takes { get; init; } = new(DefaultTakes);

    [CommandOption("--temperature <N,…>")]
    [Description("Continue at these temperatures, from 0 to 10, and change no style; 1 is the style's own setting")]
    public string? Temperatures { get; init; }

    [CommandOption("--top-p <N,…>")]
    [Description("Continue at these top-p values, from 0 to 1, and change no style (default: that of the style, else 0.95)")]
    public string? TopPs { get; init; }

    [CommandOption("--report <FILE>")]
    [Description($"HTML page to write (default: {ReportName} in the style folder)")]
    public string? Report { get; init; }

    [CommandOption("--json")]
    [Description("Print the metrics as JSON")]
    public bool Json { get; init; }

    /// <summary>The page to write.</summary>
    public string ReportPath => Report ?? Path.Combine(Style, ReportName);

    /// <summary>Whether the metrics are not those of the style itself on the test tunes, so that the style must not store them.</summary>
    public bool IsTrial => !IsTest || Temperatures is not null || TopPs is not null;

    /// <summary>Each temperature with each top-p.</summary>
    /// <param name="own">The style's own controls.</param>
    /// <exception cref="BadInputException">A value is not a number in its range.</exception>
    public List<TakeControls> ReadTrials(TakeControls own)
    {
        var topPs = Read("--top-p", TopPs, own.TopP, 1);
        return
        [
            .. Read("--temperature", Temperatures, own.Temperature, HighestTemperature)
                .SelectMany(temperature => topPs.Select(topP => new TakeControls(temperature, topP))),
        ];
    }

    private static List<double> Read(string option, string? list, double own, double highest)
    {
        if (list is null)
            return [own];
        var numbers = list.Split(',', StringSplitOptions.TrimEntries).Select(text => new Number(text)).ToList();
        return numbers.Find(number => !(number.Value >= 0 && number.Value <= highest)) is { } wrong
            ? throw new BadInputException($"{option} {wrong.Text} is not a number from 0 to {highest}.")
            : numbers.ConvertAll(number => number.Value);
    }
}
