using System.ComponentModel;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Recipe"/>.</summary>
internal sealed class RecipeSettings : CommandSettings
{
    [CommandArgument(0, "<NAME|FOLDER>")]
    [Description($"Preset that has a {Recipe.FileName}")]
    public string Preset { get; init; } = "";

    [CommandOption("--corpora <FOLDER>", isRequired: true)]
    [Description("Folder of the archives that CREDITS.md names")]
    public string Corpora { get; init; } = "";

    [CommandOption("--work <FOLDER>", isRequired: true)]
    [Description("Folder to work in; what is complete there is not built again")]
    public string Work { get; init; } = "";

    [CommandOption("--styles <FOLDER>")]
    [Description("Folder of the other presets (default: the one that contains this preset)")]
    public string? Styles { get; init; }

    [CommandOption("--json")]
    [Description("Print an object after each step and one at the end")]
    public bool Json { get; init; }
}
