using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Unblind"/>.</summary>
internal sealed class UnblindSettings : CommandSettings
{
    [CommandArgument(0, "<FOLDER…>")]
    [Description("Folders that blind has written and a listener has judged")]
    public string[] Folders { get; init; } = [];

    [CommandOption("--json")]
    [Description("Print the result as JSON")]
    public bool Json { get; init; }
}
