using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Evaluate"/>.</summary>
internal sealed class EvaluateSettings : CommandSettings
{
    private const string ReportName = "report.html";
    private const int DefaultTakes = 100;
    private const int MostTakes = 10_000;

    [CommandArgument(0, "<STYLE>")]
    [Description("Style folder")]
    public string Style { get; init; } = "";

    [CommandOption("--data <DATA>", isRequired: true)]
    [Description("Data set whose test tunes the style predicts and continues")]
    public string Data { get; init; } = "";

    [CommandOption("--takes <N>")]
    [Description("Number of continuations to measure; 0 for none")]
    [DefaultValue(DefaultTakes)]
    [Number(0, MostTakes, Whole = true)]
    public Number Takes { get; init; } = new(DefaultTakes);

    [CommandOption("--report <FILE>")]
    [Description($"HTML page to write (default: {ReportName} in the style folder)")]
    public string? Report { get; init; }

    [CommandOption("--json")]
    [Description("Print the metrics as JSON")]
    public bool Json { get; init; }

    /// <summary>The page to write.</summary>
    public string ReportPath => Report ?? Path.Combine(Style, ReportName);
}
