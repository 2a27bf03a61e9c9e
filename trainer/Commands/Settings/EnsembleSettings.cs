using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Ensemble"/>.</summary>
internal sealed class EnsembleSettings : StyleCardSettings
{
    [CommandArgument(0, "<STYLE…>")]
    [Description("Two or more styles of type lstm, gru or ensemble")]
    public string[] Styles { get; init; } = [];

    [CommandOption("-o|--out <STYLE>", isRequired: true)]
    [Description("Style folder to write")]
    public string Out { get; init; } = "";

    [CommandOption("--json")]
    [Description("Print what was written as JSON")]
    public bool Json { get; init; }
}
