using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Export"/>.</summary>
internal sealed class ExportSettings : StyleCardSettings
{
    [CommandOption("--checkpoint <FILE|RUN>")]
    [Description("Checkpoint to export, or the folder of a run, whose best checkpoint is taken")]
    public string? Checkpoint { get; init; }

    [CommandOption("--from <STYLE>")]
    [Description("Style to derive from, with --token or --half")]
    public string? From { get; init; }

    [CommandOption("--token <SOURCE>")]
    [Description("Source to play, for a model trained on several (default: the one set in training)")]
    public string? Token { get; init; }

    [CommandOption("--data <DATA>")]
    [Description("Data set that gives range and meters, with --from and --token")]
    public string? Data { get; init; }

    [CommandOption("--half")]
    [Description("Store weights in 16 bits, with --from")]
    public bool Half { get; init; }

    [CommandOption("-o|--out <STYLE>", isRequired: true)]
    [Description("Style folder to write")]
    public string Out { get; init; } = "";

    [CommandOption("--json")]
    [Description("Print what was written as JSON")]
    public bool Json { get; init; }
}
