using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Finetune"/>.</summary>
internal sealed class FinetuneSettings : StyleCardSettings
{
    private const double DefaultMinutes = 8;
    private const int DefaultSeed = 1;
    // Each run of a fold has its own seed, counted from this one.
    private const int HighestSeed = int.MaxValue - 5;

    [CommandOption("--from <STYLE>", isRequired: true)]
    [Description("lstm, gru or transformer style to adapt")]
    public string From { get; init; } = "";

    [CommandOption("--data <DATA>", isRequired: true)]
    [Description("Your own tunes, as prepare has written them; can be given several times")]
    public string[] Data { get; init; } = [];

    [CommandOption("-o|--out <STYLE>", isRequired: true)]
    [Description("Style folder to write; it must not contain a style yet")]
    public string Out { get; init; } = "";

    [CommandOption("--minutes <N>")]
    [Description("Time limit in minutes for all runs together; each run ends after 30 epochs")]
    [DefaultValue(DefaultMinutes)]
    [Number(0.001, 100_000)]
    public Number Minutes { get; init; } = new(DefaultMinutes);

    [CommandOption("--seed <N>")]
    [Description("The same seed gives the same steps")]
    [DefaultValue(DefaultSeed)]
    [Number(0, HighestSeed, Whole = true)]
    public Number Seed { get; init; } = new(DefaultSeed);

    [CommandOption("--resume")]
    [Description("Resume a run that was stopped or killed")]
    public bool Resume { get; init; }

    [CommandOption("--json")]
    [Description("Print an object for each run and epoch, and one at the end")]
    public bool Json { get; init; }
}
