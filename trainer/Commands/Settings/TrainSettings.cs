using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Train"/>.</summary>
internal sealed class TrainSettings : StyleCardSettings
{
    [CommandOption("--data <DATA>", isRequired: true)]
    [Description("Data set that prepare has written; can be given several times")]
    public string[] Data { get; init; } = [];

    [CommandOption("--weights <N,…>")]
    [Description("How often tunes of each --data are drawn per epoch, separated by commas (default: once)")]
    public string? Weights { get; init; }

    [CommandOption("-o|--out <STYLE>", isRequired: true)]
    [Description("Style folder to write; it must not contain a style yet")]
    public string Out { get; init; } = "";

    [CommandOption("--model <TYPE>")]
    [Description("lstm, gru, transformer, vae or gan (default lstm, or the type of --from)")]
    public string? Model { get; init; }

    [CommandOption("--from <STYLE>")]
    [Description("Start from the weights and settings of this style")]
    public string? From { get; init; }

    [CommandOption("--config <FILE>")]
    [Description("Settings as JSON; trainer/README.md lists them")]
    public string? Config { get; init; }

    [CommandOption("--minutes <N>")]
    [Description("Training time in minutes (default 25, unless --steps is given)")]
    [Number(0.001, 100_000)]
    public Number? Minutes { get; init; }

    [CommandOption("--steps <N>")]
    [Description("Number of training steps; with --minutes, the limit reached first ends the run")]
    [Number(1, int.MaxValue, Whole = true)]
    public Number? Steps { get; init; }

    [CommandOption("--seed <N>")]
    [Description("The same seed gives the same steps (default 1)")]
    [Number(0, int.MaxValue, Whole = true)]
    public Number? Seed { get; init; }

    [CommandOption("--resume")]
    [Description("Resume a run that was stopped or killed")]
    public bool Resume { get; init; }

    [CommandOption("--json")]
    [Description("Print an object for each epoch and one at the end")]
    public bool Json { get; init; }

    /// <summary>The limits of the run, or null if none is given.</summary>
    public Schedule? Schedule => Minutes is null && Steps is null ? null : new(Minutes?.Value, Steps?.Count);
}
