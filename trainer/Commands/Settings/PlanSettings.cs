using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Plan"/>.</summary>
internal sealed class PlanSettings : CommandSettings
{
    [CommandArgument(0, "<STYLE>")]
    [Description("Style folder; only its plan.json changes")]
    public string Style { get; init; } = "";

    [CommandOption("--data <DATA>", isRequired: true)]
    [Description("Data set whose training tunes are counted; can be given several times")]
    public string[] Data { get; init; } = [];

    [CommandOption("--json")]
    [Description("Print what was counted as JSON")]
    public bool Json { get; init; }
}
