using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;
using Spectre.Console.Cli;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The options of <see cref="Train"/>.</summary>
internal sealed class TrainSettings : FrameSettings
{
    [CommandOption("--model <TYPE>")]
    [Description("lstm or gru (default gru)")]
    public string? Model { get; init; }

    [CommandOption("--inputs <INPUTS>")]
    [Description("plain or matched (default matched)")]
    public string? Inputs { get; init; }

    [CommandOption("--output <OUTPUT>")]
    [Description("independent or autoregressive (default independent)")]
    public string? Output { get; init; }

    [CommandOption("--config <FILE>")]
    [Description("Settings as JSON; docs/frames.md lists them")]
    public string? Config { get; init; }

    [CommandOption("--minutes <N>")]
    [Description("Training time in minutes (default 3, unless --steps is given)")]
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

    [CommandOption("-o|--out <RUN>")]
    [Description("Folder for checkpoints and metrics (default: none are kept)")]
    public string? Out { get; init; }

    [CommandOption("--resume")]
    [Description("Resume the run in --out")]
    public bool Resume { get; init; }

    /// <summary>The limits of the run, or null if none is given.</summary>
    public Schedule? Schedule => Minutes is null && Steps is null ? null : new(Minutes?.Value, Steps?.Count);
}
