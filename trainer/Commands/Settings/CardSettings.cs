using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Card"/>.</summary>
internal sealed class CardSettings : CommandSettings
{
    [CommandArgument(0, "<STYLE…>")]
    [Description("Styles that evaluate has measured; several become one table")]
    public string[] Styles { get; init; } = [];

    [CommandOption("--json")]
    [Description("Print all metrics of each style as JSON")]
    public bool Json { get; init; }
}
