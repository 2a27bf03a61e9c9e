using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of commands that continue tunes which no style was trained on.</summary>
internal abstract class PartSettings : CommandSettings
{
    private const string TestPart = "test", ValidPart = "valid";

    [CommandArgument(0, "<STYLE>")]
    [Description("Style folder")]
    public string Style { get; init; } = "";

    [CommandOption("--data <DATA>", isRequired: true)]
    [Description("Data set whose test tunes the style continues")]
    public string Data { get; init; } = "";

    [CommandOption("--part <PART>")]
    [Description("test or valid: the tunes to continue; valid is for choosing settings and changes no style")]
    [DefaultValue(TestPart)]
    public string Part { get; init; } = TestPart;

    /// <summary>Whether the tunes are the test tunes.</summary>
    protected bool IsTest => Part == TestPart;

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
}
