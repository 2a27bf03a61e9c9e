using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Evaluate"/>.</summary>
internal sealed class EvaluateSettings : CommandSettings
{
    private const string ReportName = "report.html";
    private const int DefaultTakes = 100;
    private const int MostTakes = 10_000;
    private const string TestPart = "test", ValidPart = "valid";
    private const double HighestTemperature = 10;

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

    [CommandOption("--part <PART>")]
    [Description("test or valid: the tunes to predict and continue; valid is for choosing settings and changes no style")]
    [DefaultValue(TestPart)]
    public string Part { get; init; } = TestPart;

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
    public bool IsTrial => Part != TestPart || Temperatures is not null || TopPs is not null;

    /// <summary>Reads the data set; its test tunes are those of the part.</summary>
    /// <exception cref="BadInputException">The part is unknown, or there is no tune in it.</exception>
    public DataSet ReadData()
    {
        if (Part is not (TestPart or ValidPart))
            throw new BadInputException($"--part {Part} is not known; use {TestPart} or {ValidPart}.");
        var data = DataSet.Read(Data);
        data = Part == ValidPart ? data with { Test = data.Valid } : data;
        return data.Test.Count > 0
            ? data
            : throw new BadInputException($"{Data}: the data set has no {Part} tunes; prepare it from more files.");
    }

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
